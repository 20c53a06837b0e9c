import type { CSSProperties } from 'react';
import type { CellFormat } from '../../base/blueprint';
import { POINT_PX } from './sheet-grid-model';

const INDENT_PX = 9;
const UPRIGHT = { top: 'flex-start', middle: 'center', bottom: 'flex-end' } as const;

/** A cell's format in the words of CSS. */
export function cellStyle(format: CellFormat): CSSProperties {
  return {
    ...(format.fill === undefined ? {} : { backgroundColor: `#${format.fill}` }),
    ...(format.color === undefined ? {} : { color: `#${format.color}` }),
    ...(format.bold === true ? { fontWeight: 600 } : {}),
    ...(format.italic === true ? { fontStyle: 'italic' } : {}),
    ...(format.size === undefined ? {} : { fontSize: format.size * POINT_PX }),
    ...(format.border === undefined ? {} : { borderColor: `#${format.border}` }),
    ...(format.indent === undefined ? {} : { paddingLeft: 4 + format.indent * INDENT_PX }),
    textAlign: format.horizontal ?? 'left',
    justifyContent: UPRIGHT[format.vertical ?? 'bottom'],
    whiteSpace: format.wrap === true ? 'pre-wrap' : 'pre',
  };
}
