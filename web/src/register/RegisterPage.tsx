import { Input, Table, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { csvLine, saveText } from '../ui/save';
import { ReasonedButton } from '../ui/ReasonedButton';
import { FacetList, type Option } from './FacetList';
import { countsUnder, type Facet, ticked, ticksIn } from './facets';
import './RegisterPage.css';

const PAGE = 150;
/** Height of the foot line, which a sideways scroll bar must not hide under. */
const FOOT = 28;

export type ShownFacet<T> = Facet<T> & {
  readonly title: string;
  readonly options: readonly Option[];
  readonly shown?: number;
};

export type ExportColumn<T> = { readonly title: string; readonly value: (row: T) => string | number };

type Props<T> = {
  readonly title: string;
  readonly sentence: ReactNode;
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string;
  /** The texts of a row that the search box looks in. */
  readonly texts: (row: T) => readonly string[];
  readonly facets: readonly ShownFacet<T>[];
  readonly columns: TableColumnsType<T>;
  readonly width: number;
  readonly file: string;
  readonly exported: readonly ExportColumn<T>[];
  readonly open: (row: T) => void;
  readonly opened?: string | null;
  readonly empty: string;
};

/** A register page: the answer in a sentence, ticked counts on the left, a dense table, export of what is shown. */
export function RegisterPage<T extends object>(props: Props<T>) {
  const { t } = useTranslation();
  const { rows, facets, keyOf } = props;
  const [parameters, setParameters] = useSearchParams();
  const ticks = ticksIn(parameters, facets);
  const text = parameters.get('q') ?? '';
  const searched = rows.filter((row) => matches(props.texts(row), text));
  const shown = ticked(searched, facets, ticks);
  const filtered = text !== '' || [...ticks.values()].some((values) => values.size > 0);

  function search(wanted: string) {
    const next = new URLSearchParams(parameters);
    if (wanted === '') next.delete('q');
    else next.set('q', wanted);
    setParameters(next, { replace: true });
  }

  function clear() {
    const next = new URLSearchParams(parameters);
    ['q', ...facets.map((facet) => facet.name)].forEach((name) => next.delete(name));
    setParameters(next, { replace: true });
  }

  function save() {
    const lines = [csvLine(props.exported.map((column) => column.title))];
    shown.forEach((row) => lines.push(csvLine(props.exported.map((column) => column.value(row)))));
    saveText(`${props.file}.csv`, `\ufeff${lines.join('\r\n')}\r\n`, 'text/csv;charset=utf-8');
  }

  return (
    <>
      <div className="page-head">
        <div>
          <h1>{props.title}</h1>
          <p className="lede">{props.sentence}</p>
        </div>
        <div className="acts">
          <ReasonedButton onClick={save} reason={shown.length === 0 ? t('register.nothingToExport') : null}>
            {t('register.export', { count: shown.length })}
          </ReasonedButton>
        </div>
      </div>
      <div className="register">
        <aside aria-label={t('register.filters')}>
          <Input
            value={text}
            allowClear
            size="small"
            placeholder={t('register.search')}
            aria-label={t('register.search')}
            onChange={(event) => search(event.target.value)}
          />
          <p className="small register-state" role="status">
            {t('register.showing', { count: shown.length, all: rows.length })}
            {filtered ? (
              <button type="button" className="link" onClick={clear}>
                {t('register.clear')}
              </button>
            ) : null}
          </p>
          {facets.map((facet) => (
            <FacetList
              key={facet.name}
              name={facet.name}
              title={facet.title}
              options={facet.options}
              counts={countsUnder(searched, facets, ticks, facet)}
              ticks={ticks.get(facet.name) ?? new Set()}
              {...(facet.shown === undefined ? {} : { shown: facet.shown })}
            />
          ))}
        </aside>
        <div className="panel register-table">
          <Table<T>
            size="small"
            rowKey={keyOf}
            columns={props.columns}
            dataSource={shown}
            sticky={{ offsetScroll: FOOT }}
            scroll={{ x: props.width }}
            pagination={{ pageSize: PAGE, hideOnSinglePage: true, showSizeChanger: false }}
            locale={{ emptyText: rows.length === 0 ? props.empty : t('register.noneMatch') }}
            rowClassName={(row) => (keyOf(row) === props.opened ? 'register-opened' : '')}
            onRow={(row) => ({ onClick: (event) => onLink(event.target) || props.open(row) })}
          />
        </div>
      </div>
    </>
  );
}

/** A click on a link within a row is the link's own. */
function onLink(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a, button') !== null;
}

function matches(texts: readonly string[], wanted: string): boolean {
  const lower = wanted.trim().toLowerCase();
  return lower === '' || texts.some((text) => text.toLowerCase().includes(lower));
}
