import type { StoryParts } from './tell-story.ts';

/** Invented; no names, no places. Told without detail that would only hurt whoever reads it. */
export const storiesEn: StoryParts = {
  openings: {
    self: [
      '',
      'I have not told this to anyone before.',
      'I hope this is the right place to write.',
      'I am writing from a borrowed phone.',
      'I will try to say it in order.',
      'Thank you for reading this.',
    ],
    other: [
      'I write for a friend who agreed. These are their own words:',
      'I am helping someone who cannot write easily. They say:',
    ],
  },
  scenarios: {
    marriage_pressed: {
      what: [
        'My parents have set a wedding day with someone I have never spoken to.',
        'My family promised me in marriage because people in the village talk about me.',
      ],
      detail: [
        'They say I will be like everyone else once I am married.',
        'When I said no, they took my motorbike key and my phone.',
        'The gifts have been exchanged already and they say I must not shame them.',
      ],
    },
    put_out: {
      what: [
        'My family found messages from the person I love and told me to leave the house.',
        'After I told my parents who I am, they said I am no longer their child.',
      ],
      detail: [
        'I left with one bag. My papers are still in the house.',
        'I sleep at a friend’s room, but I can stay only until the end of the month.',
        'They stopped paying for my studies the same day.',
      ],
    },
    hurt_at_home: {
      what: [
        'I was beaten at home because of my hair and my clothes.',
        'Someone in my family hits me when I come home from meeting my friends.',
      ],
      detail: [
        'It has happened more than once and it is getting worse.',
        'My clothes were burned in front of the house.',
        'My arm still hurts, and I told the neighbours that I fell.',
      ],
    },
    partner: {
      what: [
        'My former partner waits outside my room and threatens to tell my family.',
        'The person I live with hurts me when they have been drinking.',
      ],
      detail: [
        'They keep my identity card so that I cannot leave.',
        'They call my workplace when I do not answer.',
        'When I asked for help, I was told that two people like us cannot be a couple anyway.',
      ],
    },
    school: {
      what: [
        'At my school they laugh at how I walk and speak, every day.',
        'A teacher told the class that people like me should not be allowed to become teachers.',
      ],
      detail: [
        'I may not come to class unless I cut my hair.',
        'I stopped going to school two weeks ago.',
        'When I complained, I was asked what I had done to provoke it.',
      ],
    },
    work: {
      what: [
        'I lost my job after a co-worker told the manager about me.',
        'At the factory I am put on the night shift alone because others refuse to sit beside me.',
      ],
      detail: [
        'My last wages have not been paid.',
        'The manager said customers do not want to see someone like me.',
        'Everyone else with the same training was promoted.',
      ],
    },
    clinic: {
      what: [
        'At the clinic they called me by a title that is not mine in front of everybody.',
        'A nurse refused to treat me when I answered her questions about my life.',
      ],
      detail: [
        'I left without the medicine that I need.',
        'Later the neighbours knew what I had told only to the nurse.',
        'I had to wait until all the others had gone home.',
      ],
    },
    outed_online: {
      what: [
        'Somebody put my photo on a page with words about who I love.',
        'A group I did not know added me and posted my private messages.',
      ],
      detail: [
        'My relatives have seen it and call me every evening.',
        'There are hundreds of comments and some say that I should be hurt.',
        'I reported the page, but it came back under another name.',
      ],
    },
    money_for_silence: {
      what: [
        'Someone asks me for money every week, or else my parents will see our pictures.',
        'A person I met through an app says they will tell my employer unless I pay.',
      ],
      detail: [
        'I have sold my phone to pay and now they ask for more.',
        'They know where I live.',
        'I am afraid that the police will only laugh.',
      ],
    },
    stopped_by_police: {
      what: [
        'Officers stopped us at night, looked through our phones and asked for money.',
        'I was taken to the station because of how I was dressed and held until the morning.',
      ],
      detail: [
        'They laughed and made us stand where people could see us.',
        'They said they would call our families unless we paid.',
        'There was no paper, and nobody said what we had done.',
      ],
    },
    papers_refused: {
      what: [
        'We asked the commune to witness our declaration of family relationship and were sent away.',
        'The office would not renew my papers because my photo and my name do not match, they say.',
      ],
      detail: [
        'They told us to come back with our parents, although we are adults.',
        'Others in the same queue had theirs stamped in five minutes.',
        'Without it, I may not decide anything when my partner is in hospital.',
      ],
    },
    lender: {
      what: [
        'The lender refused us a joint loan, although two sisters got one the same day.',
        'The loan officer tells my neighbours about my life to make me pay sooner.',
      ],
      detail: [
        'They said that a household like ours does not count as one.',
        'We had all the papers that the list asks for.',
        'They now come to the house late in the evening.',
      ],
    },
    landlord: {
      what: [
        'The owner ended our rent when he understood that we are a couple.',
        'We were told to move out within three days because the neighbours complained about us.',
      ],
      detail: [
        'He keeps our deposit.',
        'Two other owners have refused us since.',
        'We carry our things from friend to friend.',
      ],
    },
    street: {
      what: [
        'Some men followed us from the market, shouted at us and then threw stones.',
        'I was pushed off my motorbike on the way home, and they laughed about my clothes.',
      ],
      detail: [
        'People stood there and nobody helped.',
        'My hand needed four stitches.',
        'They wait at the same corner in the evenings.',
      ],
    },
    made_to_change: {
      what: [
        'My family takes me to someone who says he can change whom I love.',
        'I am kept in my room until I promise to dress as they want.',
      ],
      detail: [
        'I have not been allowed to go to work for ten days.',
        'There are ceremonies at night and I may not sleep before they end.',
        'My aunt gives me something bitter to drink and I do not know what it is.',
      ],
    },
    touched: {
      what: [
        'Somebody I know did something sexual to me that I did not want.',
        'I was held and touched against my will, and told that this would put me right.',
      ],
      detail: [
        'I do not want to describe it here, but I would speak to someone I trust.',
        'I have not been to a doctor yet.',
        'I see this person nearly every day.',
      ],
    },
    kept_apart: {
      what: [
        'Our parents went to the authorities to have us separated.',
        'My partner’s family took her phone and sent her to relatives far away.',
      ],
      detail: [
        'We were both made to put our thumbprint on a promise not to meet.',
        'We are both adults and live together since last year.',
        'I do not know whether she is well.',
      ],
    },
  },
  wishes: {
    health: ['I would like to see a doctor who does not judge me.', 'Please tell me where I can be treated safely.'],
    psychosocial: ['I would like to talk with someone regularly.', 'I cannot sleep and do not know whom to talk to.'],
    police_security: [
      'I want it to stop, and to be safe on my way home.',
      'I need to know whether I can go to the police safely.',
    ],
    legal: [
      'I would like to know what the law says and what I can do.',
      'Can someone go with me and explain my rights?',
    ],
    livelihood: ['I need work, or help until I find some.', 'I do not know how to pay for food this month.'],
    shelter: ['I need a safe place for some weeks.', 'Is there anywhere that I can stay?'],
    mediation: [
      'I would like somebody respected to speak with my family.',
      'Perhaps someone could talk with them before it gets worse.',
    ],
    peer: [
      'I would like to meet others who have lived through this.',
      'It would help to know that I am not the only one.',
    ],
    education: ['I want to finish school.', 'Could somebody speak with the school?'],
    child_protection: ['I need an adult who is on my side.', 'I do not want to go back home for now.'],
    documents: ['I need my papers back.', 'Can somebody help us with the papers?'],
  },
};
