import type { ComponentType } from 'preact';
import { ByteOrder } from './byte-order';
import { ConstantList, ConstantPage } from './constants';
import { ErrorPage } from './error-page';
import { ErrnoList, ResolverErrors } from './error-lists';
import { Missing } from './missing';
import { place } from '../browser/router';
import { useTitle } from '../browser/title';

const PARTS: Record<
  string,
  { title: string; about: string; list: ComponentType; one?: ComponentType<{ name: string }> }
> = {
  constants: {
    title: 'Constants',
    about: 'Every constant of the socket interface with its value on this host.',
    list: ConstantList,
    one: ConstantPage,
  },
  errno: {
    title: 'Error numbers',
    about: 'What a system call’s error means, its likely causes and what to check.',
    list: ErrnoList,
    one: ErrorPage,
  },
  eai: {
    title: 'Resolver errors',
    about: 'The errors of getaddrinfo (EAI_) and of gethostbyname and gethostbyaddr (h_errno).',
    list: ResolverErrors,
    one: ErrorPage,
  },
  'byte-order': {
    title: 'Byte order',
    about: 'htons, ntohs, htonl and ntohl, how a number lies in memory, and the text forms of addresses.',
    list: ByteOrder,
  },
};

export default function Reference() {
  const [, , part = '', name = ''] = place.value.pathname.split('/');
  const shown = PARTS[part];
  useTitle([decoded(name), shown?.title, 'Reference'].filter(Boolean).join(' – '));
  return (
    <div class="reference">
      <ul class="link-row" aria-label="Parts of the reference">
        {Object.entries(PARTS).map(([key, { title }]) => (
          <li key={key}>
            <a href={`/reference/${key}`} aria-current={key === part ? 'page' : undefined}>
              {title}
            </a>
          </li>
        ))}
      </ul>
      <Part part={part} name={decoded(name)} />
    </div>
  );
}

function Part({ part, name }: { part: string; name: string }) {
  if (part === '') return <Overview />;
  const { list: List, one: One } = PARTS[part] ?? {};
  if (name !== '' && One) return <One key={name} name={name} />;
  return List && name === '' ? <List /> : <Missing what="page" name={[part, name].filter(Boolean).join('/')} />;
}

function Overview() {
  return (
    <>
      <h1>Reference</h1>
      <dl class="overview">
        {Object.entries(PARTS).map(([key, { title, about }]) => (
          <div key={key}>
            <dt>
              <a href={`/reference/${key}`}>{title}</a>
            </dt>
            <dd>{about}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
