import { place } from '../browser/router';
import { List } from './list';
import { Opened } from './opened';

/** The recordings, or one of them opened. */
export default function Recordings() {
  const [, , id] = place.value.pathname.split('/');
  return id === undefined || id === '' ? <List /> : <Opened key={id} id={decodeURIComponent(id)} />;
}
