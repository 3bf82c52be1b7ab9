import { INSTRUMENTS, RIGHTS_STATUS, RIGHTS_VERSION, rightsOf } from '../codebook/rights-map.ts';
import { codesByList, type Figures } from '../statistics/figures.ts';
import { labelCode } from '../statistics/table-words.ts';

/** The rights map for the codes of these figures: a heading, then a row a code and instrument. Columns are added at the end only. */
export function rightsRows(figures: Figures): (string | number)[][] {
  return [
    [
      'list',
      'code',
      'label_en',
      'label_km',
      'instrument',
      'articles',
      'version',
      'status',
      'instrument_en',
      'instrument_km',
      'status_km',
    ],
    ...[...codesByList(figures)].flatMap(([list, codes]) =>
      codes.flatMap((code) =>
        rightsOf(list, code).map(({ instrument, articles }) => [
          list,
          code,
          labelCode(list, code, 'en'),
          labelCode(list, code, 'km'),
          instrument,
          articles.join(', '),
          RIGHTS_VERSION,
          RIGHTS_STATUS.en,
          INSTRUMENTS[instrument].en,
          INSTRUMENTS[instrument].km,
          RIGHTS_STATUS.km,
        ]),
      ),
    ),
  ];
}
