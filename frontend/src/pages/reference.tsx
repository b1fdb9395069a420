import { useTitle } from '../lib/title';

export default function Reference() {
  useTitle('Reference');
  return <h1>Reference</h1>;
}
