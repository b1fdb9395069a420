import type { ComponentType } from 'preact';
import { ByteOrder } from './byte-order';
import { ConstantList, ConstantPage } from './constants';
import { ErrorPage } from './error-page';
import { ErrnoList, ResolverErrors } from './error-lists';
import { Missing } from './missing';
import { place } from '../browser/router';
import { word } from '../lib/words';
import { useTitle } from '../browser/title';
import { LinkRow } from '../ui/link-row';

const PARTS: Record<string, { list: ComponentType; one?: ComponentType<{ name: string }> }> = {
  constants: { list: ConstantList, one: ConstantPage },
  errno: { list: ErrnoList, one: ErrorPage },
  eai: { list: ResolverErrors, one: ErrorPage },
  'byte-order': { list: ByteOrder },
};

type PartName = 'constants' | 'errno' | 'eai' | 'byte-order';
const NAMES = Object.keys(PARTS) as PartName[];

export default function Reference() {
  const [, , part = '', name = ''] = place.value.pathname.split('/');
  const shown = NAMES.find((each) => each === part);
  useTitle([decoded(name), shown && word(`reference.${shown}`), word('rail.reference')].filter(Boolean).join(' – '));
  return (
    <div class="column reader reference fill">
      <nav class="head" aria-label={word('reference.parts')}>
        <LinkRow
          links={NAMES.map((key) => ({
            href: `/reference/${key}`,
            text: word(`reference.${key}`),
            isCurrent: key === part,
          }))}
        />
      </nav>
      <div class="scroll">
        <Part part={part} name={decoded(name)} />
      </div>
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
      <h1>{word('rail.reference')}</h1>
      <dl class="overview">
        {NAMES.map((key) => (
          <div key={key}>
            <dt>
              <a href={`/reference/${key}`}>{word(`reference.${key}`)}</a>
            </dt>
            <dd>{word(`reference.about.${key}`)}</dd>
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
