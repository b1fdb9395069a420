import { useTitle } from '../../lib/title';

export function Detail({ id }: { id: string; tab: string }) {
  useTitle(id);
  return <h2>{id}</h2>;
}
