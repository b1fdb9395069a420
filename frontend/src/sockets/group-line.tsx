import { word } from '../lib/words';
import { Icon } from '../ui/icon';
import { placed, type Place } from '../ui/rows';
import { isFolded } from './closed';

/** The head of those that are closed. */
export function GroupLine({ closed, place }: { closed: number; place: Place }) {
  return (
    <div role="row" class={place.isAt ? 'group active' : 'group'} aria-rowindex={place.index + 1} {...placed(place)}>
      <span role="gridcell" class="grow">
        <button type="button" tabIndex={-1} data-act="fold-closed" aria-expanded={!isFolded.value}>
          <Icon name={isFolded.value ? 'right' : 'down'} />
          {word('sockets.state.CLOSED')}
        </button>
        <span class="count">{closed}</span>
      </span>
      <span role="gridcell">
        {word('sockets.closed.kept')} ·{' '}
        <button type="button" class="link" tabIndex={-1} data-act="clear-closed">
          {word('sockets.closed.clear')}
        </button>
      </span>
    </div>
  );
}
