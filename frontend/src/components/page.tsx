import { page } from '../pages/pages';
import { feedState } from '../stores/feed';
import { SignIn } from './sign-in';

/** What fills the main part: the place's page, or the question for the token. */
export function Page() {
  if (feedState.value === 'locked') return <><h1>Sign in</h1><SignIn /></>;
  const Current = page.value;
  return Current && <Current />;
}
