import { useState } from 'react';

/** 查找 as the clerk has it open, and what is sought. */
export function useFinding() {
  /** How often it was asked for; 0 while it is closed. */
  const [asked, setAsked] = useState(0);
  const [sought, seek] = useState('');
  const find = () => setAsked(asked + 1);
  const close = () => {
    setAsked(0);
    seek('');
  };
  return { asked, sought, seek, find, close };
}
