import { useEffect, useRef, useState } from 'react';
import { findCells, hitFrom, type Hit, type SearchedTab } from './find-cells';

/** A clerk types on; it is searched once they rest, in ms. */
const RESTS = 160;

/** The page has its turn. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

interface Found {
  readonly hits: readonly Hit[];
  /** Which of them is shown; -1 before there is one. */
  readonly at: number;
  readonly isOver: boolean;
}

const NOTHING: Found = { hits: [], at: -1, isOver: false };

export interface Searched {
  /** The tab in front first; only that one unless the whole workbook is searched. */
  readonly tabs: (isWhole: boolean) => readonly SearchedTab[];
  /** Changes when what is searched does. */
  readonly version: unknown;
  /** Where the clerk is. */
  readonly from: () => Hit;
  readonly onShow: (hit: Hit) => void;
}

/** What is found of a text, from where the clerk is on, and the way from one to the next. */
export function useFound(sought: string, isWhole: boolean, searched: Searched) {
  const [found, setFound] = useState(NOTHING);
  const latest = useRef(searched);
  /** What was sought when a cell was last shown by itself: an edit of the workbook moves nobody. */
  const shownFor = useRef('');
  useEffect(() => {
    latest.current = searched;
  });
  const { version } = searched;
  useEffect(() => {
    let isWanted = true;
    const search = async () => {
      setFound(NOTHING);
      const tabs = latest.current.tabs(isWhole);
      const time = { wait: turn, elapsed: () => performance.now() };
      let hits: readonly Hit[] = [];
      for await (const more of findCells(tabs, sought, time)) {
        if (!isWanted) return;
        hits = [...hits, ...more];
        setFound({ hits, at: -1, isOver: false });
      }
      if (!isWanted) return;
      const order = new Map(tabs[0]?.rows.map((row, line) => [row, line]));
      const at = hits.length === 0 ? -1 : hitFrom(hits, order, latest.current.from());
      setFound({ hits, at, isOver: true });
      const hit = hits[at];
      const question = `${isWhole} ${sought}`;
      if (hit !== undefined && question !== shownFor.current) latest.current.onShow(hit);
      shownFor.current = question;
    };
    const timer = setTimeout(() => void search(), RESTS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [sought, isWhole, version]);

  const { hits, at } = found;
  const step = (by: 1 | -1): void => {
    const next = at < 0 ? 0 : (at + by + hits.length) % hits.length;
    const hit = hits[next];
    if (hit === undefined) return;
    setFound({ ...found, at: next });
    searched.onShow(hit);
  };
  return { ...found, step };
}
