import { useEffect, useRef } from 'preact/hooks';
import { focusSubject } from '../browser/panes';
import { path } from '../browser/router';
import { word } from '../lib/words';
import { feedState } from '../live/age';
import { arriving } from './palette/arriving';
import { isHere, page } from './current';
import { SignIn } from './sign-in';

/** What fills the main part: the place's page, or the question for the token. */
export function Page() {
  const Current = page.value;
  const before = useRef(Current);
  useEffect(() => {
    if (before.current) arrive();
    before.current = Current;
  }, [Current]);
  const at = isHere.value ? path.value : null;
  useEffect(() => {
    if (at === null) return;
    if (arriving.peek()) focusSubject();
    arriving.value = false;
  }, [Current, at]);
  if (feedState.value === 'locked')
    return (
      <>
        <h1>{word('app.sign-in')}</h1>
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
