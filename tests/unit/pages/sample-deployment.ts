import type { Deployment, Reception } from '@romduol/web/pages/deployment';

/** Names as long as built ones are; of the style sheets a word, since only their place matters here. */
export const sampleDeployment: Deployment = {
  assets: {
    style: 'body{margin:0}',
    chartStyle: '.chart{display:block}',
    icon: '/assets/flower-B3Xw9qPL.svg',
    leaveScript: '/assets/leave-C2hVvJ8f.js',
    reportScript: '/assets/report-Bq0aZk1d.js',
    returnScript: '/assets/return-Cx3mPq7w.js',
  },
  demo: true,
  neutralSite: 'https://weather.invalid/',
  publicOrigin: 'https://report.example.org',
  onionOrigin: `http://${'romduol2'.repeat(7)}.onion`,
  fingerprint: 'abacus abdomen shuffle craftwork voucher unwary sprint glimmer thimble outpour'.split(' '),
};

const place = (id: string, en: string, km: string) => ({
  id,
  name: { en, km },
  organisation: { en: 'Sample organisation: Romchang', km: 'អង្គការគំរូ៖ រំចង់' },
  members: ['lotus', 'jasmine'].map((flower, at) => ({
    id: `${String(id.length + at).padStart(8, '0')}-4a3c-4a3c-9a86-2d2f4f1f7b11`,
    handle: `${flower}.${id.slice(-4)}`,
  })),
});

export const openReception: Extract<Reception, { accepting: true }> = {
  accepting: true,
  uncheckedSince: null,
  teams: [
    place('romchang-capital', 'Capital and south', 'រាជធានី និងភាគខាងត្បូង'),
    place('romchang-lake', 'Around the lake', 'ជុំវិញបឹងទន្លេសាប'),
    place('romchang-river', 'Along the river', 'តាមដងទន្លេមេគង្គ'),
    place('champei-coast', 'Coast', 'តំបន់ឆ្នេរ'),
    place('champei-highlands', 'Highlands', 'តំបន់ខ្ពង់រាប'),
  ],
};
