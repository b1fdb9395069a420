import { useTitle } from '../lib/title';

export default function Traffic() {
  useTitle('Traffic');
  return <h1>Traffic</h1>;
}
