import { useEffect, useRef } from 'preact/hooks';
import { page } from './pages';
import { feedState } from '../live/age';
import { SignIn } from './sign-in';

/** What fills the main part: the place's page, or the question for the token. */
export function Page() {
  const Current = page.value;
  const before = useRef(Current);
  useEffect(() => {
    if (before.current) arrive();
    before.current = Current;
  }, [Current]);
  if (feedState.value === 'locked')
    return (
      <>
        <h1>Sign in</h1>
        <SignIn />
      </>
    );
  return Current && <Current />;
}

/** Another page begins at its top, and the focus does not stay in what is gone. */
function arrive(): void {
  const main = document.getElementById('main');
  main?.scrollTo(0, 0);
  if (document.activeElement === document.body) main?.focus();
}
