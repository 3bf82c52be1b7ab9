import type { KhProvince } from '@romduol/shared/codebook/province';

/**
 * Where each province lies on the tile map: column, row, and its Khmer name in the lines that a tile has room for. The
 * tiles keep neighbours together and the compass roughly right; they say nothing of size.
 */
export type Tile = { readonly column: number; readonly row: number; readonly km: readonly string[] };

export const TILE_COLUMNS = 6;
export const TILE_ROWS = 6;

export const PROVINCE_TILES: Readonly<Record<KhProvince, Tile>> = {
  'KH-22': { column: 2, row: 0, km: ['ឧត្តរ', 'មានជ័យ'] },
  'KH-13': { column: 3, row: 0, km: ['ព្រះវិហារ'] },
  'KH-19': { column: 4, row: 0, km: ['ស្ទឹងត្រែង'] },
  'KH-16': { column: 5, row: 0, km: ['រតនគិរី'] },
  'KH-1': { column: 1, row: 1, km: ['បន្ទាយ', 'មានជ័យ'] },
  'KH-17': { column: 2, row: 1, km: ['សៀមរាប'] },
  'KH-6': { column: 3, row: 1, km: ['កំពង់ធំ'] },
  'KH-10': { column: 4, row: 1, km: ['ក្រចេះ'] },
  'KH-11': { column: 5, row: 1, km: ['មណ្ឌល', 'គិរី'] },
  'KH-24': { column: 0, row: 2, km: ['ប៉ៃលិន'] },
  'KH-2': { column: 1, row: 2, km: ['បាត់', 'ដំបង'] },
  'KH-4': { column: 2, row: 2, km: ['កំពង់', 'ឆ្នាំង'] },
  'KH-3': { column: 3, row: 2, km: ['កំពង់', 'ចាម'] },
  'KH-25': { column: 4, row: 2, km: ['ត្បូង', 'ឃ្មុំ'] },
  'KH-15': { column: 1, row: 3, km: ['ពោធិ៍', 'សាត់'] },
  'KH-12': { column: 2, row: 3, km: ['ភ្នំពេញ'] },
  'KH-8': { column: 3, row: 3, km: ['កណ្តាល'] },
  'KH-14': { column: 4, row: 3, km: ['ព្រៃវែង'] },
  'KH-9': { column: 0, row: 4, km: ['កោះកុង'] },
  'KH-5': { column: 1, row: 4, km: ['កំពង់ស្ពឺ'] },
  'KH-21': { column: 2, row: 4, km: ['តាកែវ'] },
  'KH-20': { column: 4, row: 4, km: ['ស្វាយ', 'រៀង'] },
  'KH-18': { column: 0, row: 5, km: ['ព្រះ', 'សីហនុ'] },
  'KH-7': { column: 1, row: 5, km: ['កំពត'] },
  'KH-23': { column: 2, row: 5, km: ['កែប'] },
};
