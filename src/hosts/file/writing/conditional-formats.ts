import { conditionFormula } from '../../../base/expression/formula';
import { rangeAddress } from '../../../base/raw-sheet';
import type { ConditionalFormat } from '../../../base/blueprint';
import { argb } from './cell-styles';
import type { LibrarySheet } from './package/library';

/** Formula rules; of two that meet on a cell the earlier one wins, as Excel's priorities have it. */
export function writeConditionalFormats(sheet: LibrarySheet, formats: readonly ConditionalFormat[]): void {
  formats.forEach(({ range, condition, format }, index) => {
    const { fill, color, bold } = format;
    sheet.addConditionalFormatting({
      ref: rangeAddress(range),
      rules: [
        {
          type: 'expression',
          priority: index + 1,
          formulae: [conditionFormula({ range, condition })],
          style: {
            // A differential fill is read from its background colour (ECMA-376 part 1, 18.8.14).
            ...(fill === undefined
              ? {}
              : { fill: { type: 'pattern', pattern: 'solid', bgColor: argb(fill) } as const }),
            ...(color === undefined && bold === undefined
              ? {}
              : {
                  font: {
                    ...(bold === undefined ? {} : { bold }),
                    ...(color === undefined ? {} : { color: argb(color) }),
                  },
                }),
          },
        },
      ],
    });
  });
}
