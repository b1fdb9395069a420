import { useTitle } from '../lib/title';

export default function Names() {
  useTitle('Names');
  return <h1>Names</h1>;
}
