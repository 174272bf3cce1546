import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCatalogue, useProducts } from '../api/queries';
import './Search.css';
import { found } from './found';

/** Finds an item or a product by number, name or unit, from anywhere with the slash key. */
export function Search() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const hits = found(text, useCatalogue().data?.items ?? [], useProducts().data ?? []);
  const showing = open && text.trim() !== '';

  useEffect(() => {
    const focus = (event: globalThis.KeyboardEvent) => {
      if (event.key === '/' && !isTyping(event.target)) {
        event.preventDefault();
        input.current?.focus();
      }
    };
    document.addEventListener('keydown', focus);
    return () => document.removeEventListener('keydown', focus);
  }, []);

  function go(place: string) {
    setText('');
    setOpen(false);
    void navigate(place);
  }

  function press(event: KeyboardEvent) {
    const hit = hits[at];
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, hits.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else if (event.key === 'Escape') setOpen(false);
    else if (event.key === 'Enter' && showing && hit) go(hit.place);
    else return;
    event.preventDefault();
  }

  return (
    <div className="search" role="search">
      <input
        ref={input}
        role="combobox"
        aria-label={t('frame.search')}
        aria-expanded={showing}
        aria-controls={list}
        aria-activedescendant={showing && hits[at] ? `${list}-${at}` : undefined}
        placeholder={t('frame.searchHint')}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setOpen(true);
          setAt(0);
        }}
        onBlur={() => setOpen(false)}
        onKeyDown={press}
      />
      <kbd aria-hidden="true">/</kbd>
      <ul id={list} role="listbox" aria-label={t('frame.search')} hidden={!showing || hits.length === 0}>
        {hits.map((hit, index) => (
          <li
            key={hit.place}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === at}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => go(hit.place)}
          >
            <span className="mono">{hit.number}</span> <span lang="zh-CN">{hit.name}</span>
            <span className="quiet" lang="zh-CN">
              {hit.beside}
            </span>
          </li>
        ))}
      </ul>
      {showing && hits.length === 0 ? (
        <p className="search-none quiet" role="status">
          {t('frame.nothingFound', { text })}
        </p>
      ) : null}
    </div>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}
