import { useTitle } from '../lib/title';

export default function Settings() {
  useTitle('Settings');
  return <h1>Settings</h1>;
}
