// Generated from the code by `npm run docs`; edits here are lost.

import type { AnswerSchemas } from '@accord/shared/http';

export const answerSchemas: AnswerSchemas = {
 "answers": {
  "AccountsController_all": {
   "schema": {
    "type": "object",
    "properties": {
     "ledgerFrom": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date",
      "nullable": true
     },
     "next": {
      "description": "The month and the year that close next; `null` while none is closed: the first month may be any.",
      "type": "object",
      "properties": {"month":{"type":"string","nullable":true},"year":{"type":"string","nullable":true}},
      "required": ["month","year"]
     },
     "months": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "statements": {
         "type": "array",
         "items": {
          "type": "object",
          "properties": {
           "totals": {
            "type": "array",
            "items": {
             "type": "object",
             "properties": {
              "kind": {
               "type": "string",
               "enum": [
                "adjustment-of-counter-recharge",
                "adjustment-of-counter-recovery",
                "adjustment-of-fund",
                "adjustment-of-own-share",
                "adjustment-of-paid-directly",
                "adjustment-of-recharge",
                "adjustment-of-recovery",
                "counter-recharge",
                "counter-recovery",
                "fund",
                "own-share",
                "paid-directly",
                "recharge",
                "recovery"
               ]
              },
              "counterpartyId": {"description":"Names an agency.","type":"string","format":"uuid","nullable":true},
              "counterparty": {"type":"string","nullable":true},
              "fundId": {"description":"Names a fund.","type":"string","format":"uuid","nullable":true},
              "pence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"}
             },
             "required": ["kind","counterpartyId","counterparty","fundId","pence"]
            }
           },
           "agencyId": {"description":"Names an agency.","type":"string","format":"uuid"},
           "agency": {"type":"string"},
           "rows": {"type":"integer","format":"int64"},
           "sha256": {"type":"string"}
          },
          "required": ["agencyId","agency","rows","sha256"]
         }
        },
        "by": {
         "type": "object",
         "properties": {"actor":{"type":"string"},"agencyId":{"type":"string"},"agency":{"type":"string"},"role":{"type":"string"}},
         "required": ["actor","agencyId","agency","role"]
        },
        "recordedAt": {"type":"string"},
        "position": {"type":"integer","format":"int64"},
        "month": {"type":"string"},
        "on": {
         "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
         "type": "string",
         "format": "date"
        },
        "upTo": {"type":"integer","format":"int64"},
        "previousUpTo": {"type":"integer","format":"int64","nullable":true}
       },
       "required": ["statements","by","recordedAt","position","month","on","upTo","previousUpTo"]
      }
     },
     "years": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "by": {
         "type": "object",
         "properties": {"actor":{"type":"string"},"agencyId":{"type":"string"},"agency":{"type":"string"},"role":{"type":"string"}},
         "required": ["actor","agencyId","agency","role"]
        },
        "recordedAt": {"type":"string"},
        "position": {"type":"integer","format":"int64"},
        "year": {"type":"string"},
        "on": {
         "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
         "type": "string",
         "format": "date"
        }
       },
       "required": ["by","recordedAt","position","year","on"]
      }
     }
    },
    "required": ["ledgerFrom","next","months","years"]
   }
  },
  "AgencyController_agencies": {
   "schema": {"type":"object","properties":{"agencies":{"type":"array","items":{"$ref":"#/components/schemas/AgencyEntry"}}},"required":["agencies"]}
  },
  "AgencyController_delegate": {
   "schema": {
    "type": "object",
    "properties": {"delegationId":{"description":"Names a delegation.","type":"string","format":"uuid"}},
    "required": ["delegationId"]
   }
  },
  "AgencyController_delegations": {
   "schema": {
    "type": "object",
    "properties": {"delegations":{"type":"array","items":{"$ref":"#/components/schemas/DelegationEntry"}}},
    "required": ["delegations"]
   }
  },
  "AgencyController_successors": {"schema":{"$ref":"#/components/schemas/AgencySuccession"}},
  "AgencySeriesController_ask": {
   "schema": {
    "type": "object",
    "properties": {
     "total": {
      "type": "array",
      "items": {"type":"array","items":{"anyOf":[{"type":"integer","format":"int64"},{"type":"string","format":"date"}]},"minItems":2,"maxItems":2}
     },
     "categories": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "category": {
         "type": "string",
         "enum": ["accommodation","education","equipment","nursing","other","personal-care","short-breaks","therapy","transport"]
        },
        "series": {
         "type": "array",
         "items": {
          "type": "array",
          "items": {"anyOf":[{"type":"integer","format":"int64"},{"type":"string","format":"date"}]},
          "minItems": 2,
          "maxItems": 2
         }
        }
       },
       "required": ["category","series"]
      }
     },
     "upTo": {"type":"integer","format":"int64"},
     "asAt": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     },
     "knownAt": {
      "description": "An instant as text, UTC, always `YYYY-MM-DDTHH:mm:ss.sssZ`, so that texts compare as times.",
      "type": "string",
      "format": "date-time"
     },
     "step": {"type":"string","enum":["month","week"]},
     "to": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     },
     "from": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     },
     "agencyId": {"description":"Names an agency.","type":"string","format":"uuid"},
     "agency": {"type":"string"}
    },
    "required": ["total","categories","upTo","step","to","from","agencyId","agency"]
   }
  },
  "AgreementController_all": {
   "schema": {
    "type": "object",
    "properties": {"agreements":{"type":"array","items":{"$ref":"#/components/schemas/AgreementEntry"}}},
    "required": ["agreements"]
   }
  },
  "AgreementController_one": {"schema":{"$ref":"#/components/schemas/AgreementEntry"}},
  "AgreementController_record": {
   "schema": {
    "type": "object",
    "properties": {
     "clauses": {
      "type": "array",
      "items": {"type":"object","properties":{"clauseId":{"description":"Names a clause.","type":"string","format":"uuid"}},"required":["clauseId"]}
     }
    },
    "required": ["clauses"]
   }
  },
  "AgreementController_vary": {
   "schema": {
    "type": "object",
    "properties": {
     "clauses": {
      "type": "array",
      "items": {"type":"object","properties":{"clauseId":{"description":"Names a clause.","type":"string","format":"uuid"}},"required":["clauseId"]}
     }
    },
    "required": ["clauses"]
   }
  },
  "AgreementDraftController_draft": {
   "schema": {
    "type": "object",
    "properties": {
     "clauses": {
      "type": "array",
      "items": {"type":"object","properties":{"clauseId":{"description":"Names a clause.","type":"string","format":"uuid"}},"required":["clauseId"]}
     }
    },
    "required": ["clauses"]
   }
  },
  "AgreementDraftController_redraft": {
   "schema": {
    "type": "object",
    "properties": {
     "clauses": {
      "type": "array",
      "items": {"type":"object","properties":{"clauseId":{"description":"Names a clause.","type":"string","format":"uuid"}},"required":["clauseId"]}
     }
    },
    "required": ["clauses"]
   }
  },
  "AgreementWorklistController_agreements": {
   "schema": {
    "type": "object",
    "properties": {
     "entries": {"type":"array","items":{"$ref":"#/components/schemas/AgreementDue"}},
     "next": {"type":"string"},
     "from": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     },
     "by": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     }
    },
    "required": ["entries","from","by"]
   }
  },
  "AssuranceController_ofAgency": {
   "schema": {
    "type": "object",
    "properties": {
     "entries": {"type":"array","items":{"$ref":"#/components/schemas/EventEntry"}},
     "asAt": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     },
     "knownAt": {"type":"string"}
    },
    "required": ["entries"]
   }
  },
  "AssuranceController_ofAgreement": {
   "schema": {
    "type": "object",
    "properties": {
     "entries": {"type":"array","items":{"$ref":"#/components/schemas/EventEntry"}},
     "asAt": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     },
     "knownAt": {"type":"string"}
    },
    "required": ["entries"]
   }
  },
  "AssuranceController_ofBreach": {
   "schema": {
    "type": "object",
    "properties": {
     "entries": {"type":"array","items":{"$ref":"#/components/schemas/EventEntry"}},
     "asAt": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     },
     "knownAt": {"type":"string"}
    },
    "required": ["entries"]
   }
  },
  "AssuranceController_ofChild": {
   "schema": {
    "type": "object",
    "properties": {
     "entries": {"type":"array","items":{"$ref":"#/components/schemas/EventEntry"}},
     "next": {"type":"string"},
     "childId": {"description":"Names a child.","type":"string","format":"uuid"},
     "asAt": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     },
     "knownAt": {"type":"string"}
    },
    "required": ["entries","childId"]
   }
  },
  "AssuranceController_ofDecision": {
   "schema": {
    "type": "object",
    "properties": {
     "asAt": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     },
     "knownAt": {"type":"string"},
     "decisionId": {"type":"string"},
     "decision": {
      "description": "The decision's own events, in the order of the record.",
      "type": "array",
      "items": {"$ref":"#/components/schemas/EventEntry"}
     },
     "restedOn": {
      "description": "What it rested on: each stream that was read, up to the revision that was read; nothing personal.",
      "type": "array",
      "items": {"$ref":"#/components/schemas/EventEntry"}
     },
     "refusedAttempts": {
      "description": "Attempts refused about this child in the same meeting; only for those who may read refused attempts.",
      "type": "array",
      "items": {"$ref":"#/components/schemas/EventEntry"}
     }
    },
    "required": ["decisionId","decision","restedOn"]
   }
  },
  "AssuranceController_ofDelegations": {
   "schema": {
    "type": "object",
    "properties": {
     "entries": {"type":"array","items":{"$ref":"#/components/schemas/EventEntry"}},
     "asAt": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     },
     "knownAt": {"type":"string"}
    },
    "required": ["entries"]
   }
  },
  "AssuranceController_ofFund": {
   "schema": {
    "type": "object",
    "properties": {
     "entries": {"type":"array","items":{"$ref":"#/components/schemas/EventEntry"}},
     "asAt": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     },
     "knownAt": {"type":"string"}
    },
    "required": ["entries"]
   }
  },
  "AssuranceController_ofFundingSchedule": {
   "schema": {
    "type": "object",
    "properties": {
     "entries": {"type":"array","items":{"$ref":"#/components/schemas/EventEntry"}},
     "asAt": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     },
     "knownAt": {"type":"string"}
    },
    "required": ["entries"]
   }
  },
  "AssuranceController_ofMatter": {
   "schema": {
    "type": "object",
    "properties": {
     "entries": {"type":"array","items":{"$ref":"#/components/schemas/EventEntry"}},
     "asAt": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     },
     "knownAt": {"type":"string"}
    },
    "required": ["entries"]
   }
  },
  "AssuranceController_ofMeeting": {
   "schema": {
    "type": "object",
    "properties": {
     "entries": {"type":"array","items":{"$ref":"#/components/schemas/EventEntry"}},
     "asAt": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     },
     "knownAt": {"type":"string"}
    },
    "required": ["entries"]
   }
  },
  "AssuranceController_ofPanel": {
   "schema": {
    "type": "object",
    "properties": {
     "entries": {"type":"array","items":{"$ref":"#/components/schemas/EventEntry"}},
     "asAt": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     },
     "knownAt": {"type":"string"}
    },
    "required": ["entries"]
   }
  },
  "AssuranceController_ofPractitioner": {
   "schema": {
    "type": "object",
    "properties": {
     "entries": {"type":"array","items":{"$ref":"#/components/schemas/EventEntry"}},
     "asAt": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     },
     "knownAt": {"type":"string"}
    },
    "required": ["entries"]
   }
  },
  "AssuranceController_ofProvider": {
   "schema": {
    "type": "object",
    "properties": {
     "entries": {"type":"array","items":{"$ref":"#/components/schemas/EventEntry"}},
     "asAt": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     },
     "knownAt": {"type":"string"}
    },
    "required": ["entries"]
   }
  },
  "AssuranceController_ofTermsDraft": {
   "schema": {
    "type": "object",
    "properties": {
     "entries": {"type":"array","items":{"$ref":"#/components/schemas/EventEntry"}},
     "asAt": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     },
     "knownAt": {"type":"string"}
    },
    "required": ["entries"]
   }
  },
  "AssuranceController_refusedAttempts": {
   "schema": {
    "type": "object",
    "properties": {"entries":{"type":"array","items":{"$ref":"#/components/schemas/EventEntry"}},"next":{"type":"string"}},
    "required": ["entries"]
   }
  },
  "BreachReadingController_breaches": {
   "schema": {
    "type": "object",
    "properties": {
     "asAt": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     },
     "knownAt": {"type":"string"},
     "breaches": {"type":"array","items":{"$ref":"#/components/schemas/BreachOnRecord"}},
     "next": {"type":"string"}
    },
    "required": ["breaches"]
   }
  },
  "CalendarController_meeting": {
   "schema": {
    "type": "object",
    "properties": {
     "breaches": {"type":"array","items":{"$ref":"#/components/schemas/BreachOnRecord"}},
     "asAt": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     },
     "knownAt": {"type":"string"},
     "meetingId": {"type":"string"},
     "panelId": {"type":"string"},
     "status": {"type":"string","enum":["adjourned","cancelled","closed","open","scheduled"]},
     "on": {"description":"The day for which it is planned, or that of its last sitting.","type":"string"},
     "startsAt": {"type":"string","nullable":true},
     "place": {"type":"string","nullable":true},
     "because": {"description":"Why it was cancelled, or why it is adjourned.","type":"string"},
     "resumesOn": {"description":"The day on which an adjourned meeting is to go on, where one is set.","type":"string","nullable":true},
     "sittings": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {"from":{"type":"string"},"to":{"type":"string","nullable":true},"on":{"type":"string"}},
       "required": ["from","to","on"]
      }
     },
     "chair": {
      "description": "Who chairs now; `null` where nobody does, or the chair is withdrawn from a matter.",
      "nullable": true,
      "allOf": [{"$ref":"#/components/schemas/InSeat"}]
     },
     "present": {
      "description": "Who is in a seat now, since when, and from which matters withdrawn.",
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "seatId": {"type":"string"},
        "practitionerId": {"type":"string"},
        "as": {"type":"string","enum":["deputy","member"]},
        "since": {"type":"string"},
        "withdrawnFrom": {"type":"array","items":{"type":"string"}}
       },
       "required": ["seatId","practitionerId","as","since","withdrawnFrom"]
      }
     },
     "attendance": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "seatId": {"type":"string"},
        "practitionerId": {"type":"string"},
        "from": {"type":"string"},
        "to": {"type":"string","nullable":true},
        "as": {"type":"string","enum":["deputy","member"]}
       },
       "required": ["seatId","practitionerId","from","to","as"]
      }
     },
     "chairs": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {"seatId":{"type":"string"},"practitionerId":{"type":"string"},"from":{"type":"string"},"to":{"type":"string","nullable":true}},
       "required": ["seatId","practitionerId","from","to"]
      }
     },
     "recusals": {
      "description": "Who withdrew from which matter, and when they came back for the other business.",
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "seatId": {"type":"string"},
        "practitionerId": {"type":"string"},
        "from": {"type":"string"},
        "to": {"type":"string","nullable":true},
        "matterId": {"type":"string"}
       },
       "required": ["seatId","practitionerId","from","to","matterId"]
      }
     }
    },
    "required": ["breaches","meetingId","panelId","status","on","startsAt","place","sittings","chair","present","attendance","chairs","recusals"]
   }
  },
  "CalendarController_meetings": {
   "schema": {"type":"object","properties":{"meetings":{"type":"array","items":{"$ref":"#/components/schemas/MeetingEntry"}}},"required":["meetings"]}
  },
  "ChildController_recordDischarge": {
   "schema": {
    "type": "object",
    "properties": {"dischargeId":{"description":"Names a discharge.","type":"string","format":"uuid"}},
    "required": ["dischargeId"]
   }
  },
  "ChildController_recordOperation": {
   "schema": {
    "type": "object",
    "properties": {"operationId":{"description":"Names an operation.","type":"string","format":"uuid"}},
    "required": ["operationId"]
   }
  },
  "ChildController_recordPlacement": {
   "schema": {
    "type": "object",
    "properties": {"placementId":{"description":"Names a placement.","type":"string","format":"uuid"}},
    "required": ["placementId"]
   }
  },
  "ChildController_search": {
   "schema": {
    "type": "object",
    "properties": {"children":{"type":"array","items":{"type":"object","properties":{"childId":{"type":"string"}},"required":["childId"]}}},
    "required": ["children"]
   }
  },
  "ConsiderationController_outcome": {
   "schema": {
    "type": "object",
    "properties": {
     "lines": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "lineId": {"type":"string"},
        "category": {
         "type": "string",
         "enum": ["accommodation","education","equipment","nursing","other","personal-care","short-breaks","therapy","transport"]
        }
       },
       "required": ["lineId","category"]
      }
     },
     "conditions": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {"conditionId":{"description":"Names a condition.","type":"string","format":"uuid"}},
       "required": ["conditionId"]
      }
     },
     "decisionId": {"type":"string"}
    },
    "required": ["lines","conditions","decisionId"]
   }
  },
  "CorrectionController_request": {
   "schema": {
    "type": "object",
    "properties": {
     "lines": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "lineId": {"type":"string"},
        "category": {
         "type": "string",
         "enum": ["accommodation","education","equipment","nursing","other","personal-care","short-breaks","therapy","transport"]
        }
       },
       "required": ["lineId","category"]
      }
     },
     "conditions": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {"conditionId":{"description":"Names a condition.","type":"string","format":"uuid"}},
       "required": ["conditionId"]
      }
     },
     "correctionId": {"description":"Names a correction.","type":"string","format":"uuid"}
    },
    "required": ["lines","conditions","correctionId"]
   }
  },
  "DecisionReadingController_beforeThePanel": {"schema":{"$ref":"#/components/schemas/Dossier"}},
  "DecisionReadingController_decision": {
   "schema": {
    "anyOf": [
     {
      "type": "object",
      "properties": {
       "asAt": {
        "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
        "type": "string",
        "format": "date"
       },
       "knownAt": {"type":"string"},
       "status": {"type":"string","enum":["considered"]},
       "decisionId": {"type":"string"},
       "childId": {"type":"string"},
       "panelId": {"type":"string"},
       "panel": {"type":"string"},
       "matterId": {"type":"string"},
       "meetingId": {"type":"string"},
       "positionsTaken": {
        "description": "In the order in which they were taken; a later one of an agency takes the place of an earlier one.",
        "type": "array",
        "items": {"$ref":"#/components/schemas/PositionEntry"}
       },
       "votes": {"type":"array","items":{"$ref":"#/components/schemas/VoteEntry"}},
       "contributionsDeclined": {"type":"array","items":{"$ref":"#/components/schemas/DeclinedEntry"}}
      },
      "required": ["status","decisionId","childId","panelId","panel","matterId","meetingId","positionsTaken","votes","contributionsDeclined"]
     },
     {
      "type": "object",
      "properties": {
       "asAt": {
        "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
        "type": "string",
        "format": "date"
       },
       "knownAt": {"type":"string"},
       "status": {"type":"string","enum":["recorded"]},
       "decisionId": {"type":"string"},
       "childId": {"type":"string"},
       "panelId": {"type":"string"},
       "panel": {"type":"string"},
       "matterId": {"type":"string","nullable":true},
       "meetingId": {"type":"string","nullable":true},
       "on": {"type":"string"},
       "at": {"description":"The minute of deciding; `null` in decisions recorded before it was kept.","type":"string","nullable":true},
       "recordedAt": {"type":"string"},
       "outcome": {
        "type": "string",
        "enum": ["approved","approved-with-conditions","contribution-declined","declined","deferred","part-approved","referred","withdrawn"]
       },
       "effect": {"type":"string","enum":["at-once","awaiting-ratification","none","urgent-until-ratified"]},
       "standing": {"description":"On the day asked about.","allOf":[{"$ref":"#/components/schemas/Standing"}]},
       "effectiveFrom": {"type":"string"},
       "lapsesFrom": {"type":"string"},
       "withoutPrejudice": {"type":"boolean"},
       "needs": {
        "type": "array",
        "items": {
         "type": "string",
         "enum": [
          "breathing",
          "challenging-behaviour",
          "cognition-and-learning",
          "communication",
          "communication-and-interaction",
          "continence",
          "eating-and-drinking",
          "medicines",
          "mobility",
          "psychological-and-emotional",
          "seizures",
          "sensory-and-physical",
          "skin-and-tissue",
          "social-emotional-and-mental-health"
         ]
        }
       },
       "principle": {
        "description": "Personal words: `null` where their key was destroyed, absent where they are withheld.",
        "type": "string",
        "nullable": true
       },
       "notApproved": {
        "description": "Personal words: `null` where their key was destroyed, absent where they are withheld.",
        "type": "string",
        "nullable": true
       },
       "missing": {
        "description": "Personal words: `null` where their key was destroyed, absent where they are withheld.",
        "type": "string",
        "nullable": true
       },
       "returnsOn": {"type":"string","nullable":true},
       "referredTo": {"type":"object","properties":{"panelId":{"type":"string"},"panel":{"type":"string"}},"required":["panelId","panel"],"nullable":true},
       "urgent": {
        "type": "object",
        "properties": {
         "officers": {"type":"array","items":{"$ref":"#/components/schemas/Ratifier"}},
         "ratifyBy": {"description":"Last day on which the panel can ratify it; from the next day on it lapses.","type":"string","format":"date"},
         "urgency": {
          "description": "Personal words: `null` where their key was destroyed, absent where they are withheld.",
          "type": "string",
          "nullable": true
         }
        },
        "required": ["officers","ratifyBy"],
        "nullable": true
       },
       "room": {
        "description": "`null` for an urgent decision, and for those recorded before the room was kept.",
        "nullable": true,
        "allOf": [{"$ref":"#/components/schemas/RoomEntry"}]
       },
       "dissent": {"type":"array","items":{"$ref":"#/components/schemas/DissentEntry"}},
       "contributionsDeclined": {
        "description": "Each agency that declined to contribute, with its reasons where it gave them in the room.",
        "type": "array",
        "items": {
         "type": "object",
         "properties": {
          "agencyId": {"type":"string"},
          "agency": {"type":"string"},
          "reasons": {
           "description": "Personal words: `null` where their key was destroyed, absent where they are withheld.",
           "type": "string",
           "nullable": true
          }
         },
         "required": ["agencyId","agency"]
        }
       },
       "papers": {
        "type": "array",
        "items": {
         "type": "object",
         "properties": {
          "paperId": {"description":"Names a paper.","type":"string","format":"uuid"},
          "version": {"type":"integer","format":"int64"},
          "sha256": {"type":"string"},
          "late": {"type":"boolean"},
          "cited": {"description":"Whether the outcome names it as evidence.","type":"boolean"}
         },
         "required": ["paperId","version","sha256","late","cited"]
        }
       },
       "authority": {
        "description": "What each payer's share commits, and on whose authority.",
        "type": "array",
        "items": {
         "type": "object",
         "properties": {
          "agencyId": {"description":"Names an agency.","type":"string","format":"uuid"},
          "weeklyOwnPence": {
           "description": "The highest week that the decision commits of the agency's own share, and of the whole cost.",
           "type": "integer",
           "format": "int64",
           "minimum": 0
          },
          "weeklyGrossPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
          "delegationId": {
           "description": "The delegation that covers it; `null` where the panel's own authority does, or none.",
           "type": "string",
           "format": "uuid",
           "nullable": true
          },
          "withinAuthority": {"description":"Whether it could be committed in the room; otherwise the agency's named post ratifies it.","type":"boolean"},
          "agency": {"type":"string"}
         },
         "required": ["agencyId","weeklyOwnPence","weeklyGrossPence","delegationId","withinAuthority","agency"]
        }
       },
       "awaiting": {
        "type": "array",
        "items": {"type":"object","properties":{"agencyId":{"type":"string"},"agency":{"type":"string"}},"required":["agencyId","agency"]}
       },
       "ratifications": {"type":"array","items":{"$ref":"#/components/schemas/RatificationEntry"}},
       "conditions": {"type":"array","items":{"$ref":"#/components/schemas/ConditionState"}},
       "delivery": {"type":"array","items":{"$ref":"#/components/schemas/DeliveryEntry"}},
       "replaces": {"type":"array","items":{"$ref":"#/components/schemas/SuccessionEntry"}},
       "supersededBy": {"type":"array","items":{"$ref":"#/components/schemas/SupersededEntry"}},
       "breaches": {"type":"array","items":{"$ref":"#/components/schemas/BreachEntry"}},
       "reads": {"$ref":"#/components/schemas/DecisionReading"},
       "firstRead": {"$ref":"#/components/schemas/DecisionReading"},
       "corrections": {"type":"array","items":{"$ref":"#/components/schemas/CorrectionEntry"}},
       "votes": {"type":"array","items":{"$ref":"#/components/schemas/VoteEntry"}},
       "positionsTaken": {
        "description": "In the order in which they were taken; a later one of an agency takes the place of an earlier one.",
        "type": "array",
        "items": {"$ref":"#/components/schemas/PositionEntry"}
       }
      },
      "required": [
       "status",
       "decisionId",
       "childId",
       "panelId",
       "panel",
       "matterId",
       "meetingId",
       "on",
       "at",
       "recordedAt",
       "outcome",
       "effect",
       "standing",
       "withoutPrejudice",
       "needs",
       "returnsOn",
       "referredTo",
       "urgent",
       "room",
       "dissent",
       "contributionsDeclined",
       "papers",
       "authority",
       "awaiting",
       "ratifications",
       "conditions",
       "delivery",
       "replaces",
       "supersededBy",
       "breaches",
       "reads",
       "firstRead",
       "corrections",
       "votes",
       "positionsTaken"
      ]
     }
    ]
   }
  },
  "DecisionReadingController_decisions": {
   "schema": {
    "type": "object",
    "properties": {
     "asAt": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     },
     "knownAt": {"type":"string"},
     "decisions": {"type":"array","items":{"$ref":"#/components/schemas/DecisionListed"}},
     "next": {"type":"string"}
    },
    "required": ["decisions"]
   }
  },
  "DecisionReadingController_history": {
   "schema": {
    "type": "object",
    "properties": {
     "entries": {"type":"array","items":{"$ref":"#/components/schemas/EventEntry"}},
     "next": {"type":"string"},
     "decisionId": {"description":"Names a decision.","type":"string","format":"uuid"},
     "asAt": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     },
     "knownAt": {"type":"string"}
    },
    "required": ["entries","decisionId"]
   }
  },
  "DemonstrationController_people": {
   "schema": {
    "type": "object",
    "properties": {"people":{"type":"array","items":{"$ref":"#/components/schemas/DemonstrationPerson"}}},
    "required": ["people"]
   }
  },
  "DemonstrationController_token": {"schema":{"$ref":"#/components/schemas/TokenAnswer"}},
  "DocumentsController_letter": {"schema":{"$ref":"#/components/schemas/WrittenDocument"},"alsoAs":["application/pdf","text/html"]},
  "DocumentsController_minutes": {"schema":{"$ref":"#/components/schemas/WrittenDocument"},"alsoAs":["application/pdf","text/html"]},
  "FiguresController_agency": {"schema":{"$ref":"#/components/schemas/AgencyFiguresAnswer"},"alsoAs":["text/csv"]},
  "FiguresController_child": {"schema":{"$ref":"#/components/schemas/ChildFiguresAnswer"},"alsoAs":["text/csv"]},
  "FundController_all": {
   "schema": {
    "type": "object",
    "properties": {
     "asAt": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     },
     "knownAt": {
      "description": "An instant as text, UTC, always `YYYY-MM-DDTHH:mm:ss.sssZ`, so that texts compare as times.",
      "type": "string",
      "format": "date-time"
     },
     "upTo": {"description":"Place in the one global order.","type":"integer","format":"int64"},
     "funds": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "years": {
         "type": "array",
         "items": {
          "type": "object",
          "properties": {
           "texts": {
            "type": "array",
            "items": {
             "type": "object",
             "properties": {
              "agreed": {
               "type": "array",
               "items": {
                "type": "object",
                "properties": {
                 "agency": {"type":"string"},
                 "agencyId": {"description":"Names an agency.","type":"string","format":"uuid"},
                 "post": {"type":"string"},
                 "on": {
                  "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
                  "type": "string",
                  "format": "date"
                 }
                },
                "required": ["agency","agencyId","post","on"]
               }
              },
              "contributions": {
               "type": "array",
               "items": {
                "type": "object",
                "properties": {
                 "agency": {"type":"string"},
                 "agencyId": {"description":"Names an agency.","type":"string","format":"uuid"},
                 "pence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
                 "instalments": {
                  "description": "In order of their days, within the year; they sum to the contribution.",
                  "type": "array",
                  "items": {
                   "type": "object",
                   "properties": {
                    "dueOn": {
                     "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
                     "type": "string",
                     "format": "date"
                    },
                    "pence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0}
                   },
                   "required": ["dueOn","pence"]
                  }
                 }
                },
                "required": ["agency","agencyId","pence","instalments"]
               }
              },
              "version": {"type":"integer","format":"int64"},
              "because": {"type":"string","nullable":true},
              "inForceFrom": {
               "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
               "type": "string",
               "format": "date",
               "nullable": true
              },
              "reservePence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
              "riskShare": {"$ref":"#/components/schemas/RiskShare"}
             },
             "required": ["agreed","contributions","version","because","inForceFrom","reservePence","riskShare"]
            }
           },
           "year": {
            "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
            "type": "string",
            "format": "date"
           },
           "financialYear": {"type":"string"},
           "closed": {
            "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
            "type": "string",
            "format": "date",
            "nullable": true
           }
          },
          "required": ["texts","year","financialYear","closed"]
         }
        },
        "revision": {"type":"integer","format":"int64"},
        "clauses": {"type":"array","items":{"type":"string","format":"uuid"}},
        "from": {
         "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
         "type": "string",
         "format": "date"
        },
        "to": {
         "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
         "type": "string",
         "format": "date",
         "nullable": true
        },
        "alertAtBasisPoints": {"type":"integer","format":"int64"},
        "partners": {
         "type": "array",
         "items": {
          "type": "object",
          "properties": {"agencyId":{"description":"Names an agency.","type":"string","format":"uuid"},"agency":{"type":"string"}},
          "required": ["agencyId","agency"]
         }
        },
        "fundId": {"description":"Names a fund.","type":"string","format":"uuid"},
        "name": {"type":"string"},
        "agreementId": {"description":"Names an agreement.","type":"string","format":"uuid"},
        "agreement": {"type":"string"},
        "hostAgencyId": {"description":"Names an agency.","type":"string","format":"uuid"},
        "host": {"type":"string"},
        "managerPost": {"type":"string"}
       },
       "required": [
        "years",
        "revision",
        "clauses",
        "from",
        "to",
        "alertAtBasisPoints",
        "partners",
        "fundId",
        "name",
        "agreementId",
        "agreement",
        "hostAgencyId",
        "host",
        "managerPost"
       ]
      }
     }
    },
    "required": ["funds"]
   }
  },
  "FundController_committed": {
   "schema": {
    "type": "object",
    "properties": {
     "year": {"type":"string"},
     "day": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     },
     "entries": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "threshold": {"type":"string","enum":["alert","overcommitted"]},
        "position": {
         "type": "object",
         "properties": {
          "steps": {
           "type": "array",
           "items": {
            "type": "object",
            "properties": {
             "step": {
              "type": "string",
              "enum": ["other-underspend","outside","partners","redeployed","reserve","retained","returned-pro-rata","uncommitted-savings"]
             },
             "pence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
             "says": {"type":"string"},
             "agencies": {
              "type": "array",
              "items": {
               "type": "object",
               "properties": {
                "agencyId": {"description":"Names an agency.","type":"string","format":"uuid"},
                "pence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
                "agency": {"type":"string"}
               },
               "required": ["agencyId","pence","agency"]
              }
             }
            },
            "required": ["step","pence","says","agencies"]
           }
          },
          "closed": {
           "type": "object",
           "properties": {
            "steps": {
             "type": "array",
             "items": {
              "type": "object",
              "properties": {
               "says": {"type":"string"},
               "agencies": {
                "type": "array",
                "items": {
                 "type": "object",
                 "properties": {
                  "agencyId": {"description":"Names an agency.","type":"string","format":"uuid"},
                  "pence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
                  "agency": {"type":"string"}
                 },
                 "required": ["agencyId","pence","agency"]
                }
               },
               "step": {
                "type": "string",
                "enum": ["other-underspend","outside","partners","redeployed","reserve","retained","returned-pro-rata","uncommitted-savings"]
               },
               "pence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0}
              },
              "required": ["says","agencies","step","pence"]
             }
            },
            "fundId": {"description":"Names a fund.","type":"string","format":"uuid"},
            "year": {
             "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
             "type": "string",
             "format": "date"
            },
            "agencyId": {"description":"Names an agency.","type":"string","format":"uuid"},
            "upTo": {
             "description": "Position of the record up to which the figures count, so that they can be had again.",
             "type": "integer",
             "format": "int64"
            },
            "budgetPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
            "receivedPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
            "linesPence": {"description":"What the lines for which the fund pays cost in the year.","type":"integer","format":"int64","minimum":0},
            "otherPence": {
             "description": "What was spent besides, less what was reversed in the year: below nothing where more came back than was spent.",
             "type": "integer",
             "format": "int64"
            },
            "recoveredPence": {
             "description": "Unspent sums of lines that came back into the fund on days of the year.",
             "type": "integer",
             "format": "int64",
             "minimum": 0
            },
            "outturnPence": {"description":"Lines and what was spent besides, less what came back.","type":"integer","format":"int64"},
            "differencePence": {"description":"Outturn less budget: an overspend, or below nothing an underspend.","type":"integer","format":"int64"},
            "on": {
             "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
             "type": "string",
             "format": "date"
            }
           },
           "required": [
            "steps",
            "fundId",
            "year",
            "agencyId",
            "upTo",
            "budgetPence",
            "receivedPence",
            "linesPence",
            "otherPence",
            "recoveredPence",
            "outturnPence",
            "differencePence",
            "on"
           ],
           "nullable": true
          },
          "recoveredPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
          "spentToDatePence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
          "outturnPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
          "differencePence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
          "thresholds": {"type":"array","items":{"type":"string","enum":["alert","overcommitted"]}},
          "sinceClosedPence": {
           "description": "Whole pence of either sign: a correction, a reimbursement, a difference.",
           "type": "integer",
           "format": "int64",
           "nullable": true
          },
          "contributions": {
           "type": "array",
           "items": {
            "type": "object",
            "properties": {
             "agencyId": {"description":"Names an agency.","type":"string","format":"uuid"},
             "pence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
             "receivedPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
             "duePence": {"description":"Of instalments whose day has come.","type":"integer","format":"int64","minimum":0},
             "overpaidPence": {"description":"Received beyond what it contributes.","type":"integer","format":"int64","minimum":0},
             "overduePence": {"description":"Due before the day, and not received.","type":"integer","format":"int64","minimum":0},
             "instalments": {
              "type": "array",
              "items": {
               "type": "object",
               "properties": {
                "dueOn": {
                 "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
                 "type": "string",
                 "format": "date"
                },
                "pence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
                "receivedPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
                "standing": {"$ref":"#/components/schemas/InstalmentStanding"}
               },
               "required": ["dueOn","pence","receivedPence","standing"]
              }
             },
             "agency": {"type":"string"}
            },
            "required": ["agencyId","pence","receivedPence","duePence","overpaidPence","overduePence","instalments","agency"]
           }
          },
          "receipts": {
           "type": "array",
           "items": {
            "type": "object",
            "properties": {
             "receiptId": {"description":"Names a fund receipt.","type":"string","format":"uuid"},
             "agencyId": {"description":"Names an agency.","type":"string","format":"uuid"},
             "pence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
             "instalment": {"type":"integer","format":"int64"},
             "on": {
              "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
              "type": "string",
              "format": "date"
             },
             "overpaid": {
              "description": "Why it came though it is more than the partner contributes; `null` where it was not when it came.",
              "type": "object",
              "properties": {"because":{"type":"string"}},
              "required": ["because"],
              "nullable": true
             },
             "reversed": {
              "description": "It counts until the day on which it was taken back: what was told as at a day before stands.",
              "type": "object",
              "properties": {
               "on": {
                "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
                "type": "string",
                "format": "date"
               },
               "because": {"type":"string"}
              },
              "required": ["on","because"],
              "nullable": true
             },
             "agency": {"type":"string"}
            },
            "required": ["receiptId","agencyId","pence","instalment","on","overpaid","reversed","agency"]
           }
          },
          "lines": {
           "type": "object",
           "properties": {
            "categories": {
             "type": "array",
             "items": {
              "type": "object",
              "properties": {
               "category": {
                "type": "string",
                "enum": ["accommodation","education","equipment","nursing","other","personal-care","short-breaks","therapy","transport"]
               },
               "toDatePence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
               "toYearEndPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"}
              },
              "required": ["category","toDatePence","toYearEndPence"]
             }
            },
            "notionalShares": {
             "type": "array",
             "items": {
              "type": "object",
              "properties": {
               "agencyId": {"description":"Names an agency.","type":"string","format":"uuid"},
               "agency": {"type":"string"},
               "toDatePence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
               "toYearEndPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"}
              },
              "required": ["agencyId","agency","toDatePence","toYearEndPence"]
             }
            },
            "toDatePence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
            "toYearEndPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
            "children": {"type":"integer","format":"int64"},
            "lines": {"type":"integer","format":"int64"}
           },
           "required": ["categories","notionalShares","toDatePence","toYearEndPence","children","lines"]
          },
          "otherSpending": {
           "type": "object",
           "properties": {
            "pence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
            "for": {
             "type": "array",
             "items": {
              "type": "object",
              "properties": {
               "for": {"type":"string","enum":["equipment","management","other","posts"]},
               "pence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"}
              },
              "required": ["for","pence"]
             }
            }
           },
           "required": ["pence","for"]
          },
          "budgetPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
          "receivedPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
          "duePence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
          "overduePence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
          "overpaidPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
          "says": {"type":"string"},
          "version": {"type":"integer","format":"int64","nullable":true},
          "financialYear": {"type":"string"},
          "from": {
           "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
           "type": "string",
           "format": "date"
          },
          "to": {
           "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
           "type": "string",
           "format": "date"
          },
          "asAt": {
           "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
           "type": "string",
           "format": "date"
          }
         },
         "required": [
          "steps",
          "closed",
          "recoveredPence",
          "spentToDatePence",
          "outturnPence",
          "differencePence",
          "thresholds",
          "sinceClosedPence",
          "contributions",
          "receipts",
          "lines",
          "otherSpending",
          "budgetPence",
          "receivedPence",
          "duePence",
          "overduePence",
          "overpaidPence",
          "says",
          "version",
          "financialYear",
          "from",
          "to",
          "asAt"
         ]
        },
        "years": {
         "type": "array",
         "items": {
          "type": "object",
          "properties": {
           "texts": {
            "type": "array",
            "items": {
             "type": "object",
             "properties": {
              "agreed": {
               "type": "array",
               "items": {
                "type": "object",
                "properties": {
                 "agency": {"type":"string"},
                 "agencyId": {"description":"Names an agency.","type":"string","format":"uuid"},
                 "post": {"type":"string"},
                 "on": {
                  "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
                  "type": "string",
                  "format": "date"
                 }
                },
                "required": ["agency","agencyId","post","on"]
               }
              },
              "contributions": {
               "type": "array",
               "items": {
                "type": "object",
                "properties": {
                 "agency": {"type":"string"},
                 "agencyId": {"description":"Names an agency.","type":"string","format":"uuid"},
                 "pence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
                 "instalments": {
                  "description": "In order of their days, within the year; they sum to the contribution.",
                  "type": "array",
                  "items": {
                   "type": "object",
                   "properties": {
                    "dueOn": {
                     "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
                     "type": "string",
                     "format": "date"
                    },
                    "pence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0}
                   },
                   "required": ["dueOn","pence"]
                  }
                 }
                },
                "required": ["agency","agencyId","pence","instalments"]
               }
              },
              "version": {"type":"integer","format":"int64"},
              "because": {"type":"string","nullable":true},
              "inForceFrom": {
               "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
               "type": "string",
               "format": "date",
               "nullable": true
              },
              "reservePence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
              "riskShare": {"$ref":"#/components/schemas/RiskShare"}
             },
             "required": ["agreed","contributions","version","because","inForceFrom","reservePence","riskShare"]
            }
           },
           "year": {
            "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
            "type": "string",
            "format": "date"
           },
           "financialYear": {"type":"string"},
           "closed": {
            "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
            "type": "string",
            "format": "date",
            "nullable": true
           }
          },
          "required": ["texts","year","financialYear","closed"]
         }
        },
        "revision": {"type":"integer","format":"int64"},
        "clauses": {"type":"array","items":{"type":"string","format":"uuid"}},
        "from": {
         "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
         "type": "string",
         "format": "date"
        },
        "to": {
         "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
         "type": "string",
         "format": "date",
         "nullable": true
        },
        "alertAtBasisPoints": {"type":"integer","format":"int64"},
        "partners": {
         "type": "array",
         "items": {
          "type": "object",
          "properties": {"agencyId":{"description":"Names an agency.","type":"string","format":"uuid"},"agency":{"type":"string"}},
          "required": ["agencyId","agency"]
         }
        },
        "fundId": {"description":"Names a fund.","type":"string","format":"uuid"},
        "name": {"type":"string"},
        "agreementId": {"description":"Names an agreement.","type":"string","format":"uuid"},
        "agreement": {"type":"string"},
        "hostAgencyId": {"description":"Names an agency.","type":"string","format":"uuid"},
        "host": {"type":"string"},
        "managerPost": {"type":"string"}
       },
       "required": [
        "position",
        "years",
        "revision",
        "clauses",
        "from",
        "to",
        "alertAtBasisPoints",
        "partners",
        "fundId",
        "name",
        "agreementId",
        "agreement",
        "hostAgencyId",
        "host",
        "managerPost"
       ]
      }
     },
     "upTo": {"type":"integer","format":"int64"}
    },
    "required": ["year","day","entries","upTo"]
   }
  },
  "FundController_one": {
   "schema": {
    "type": "object",
    "properties": {
     "upTo": {"type":"integer","format":"int64"},
     "asAt": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     },
     "knownAt": {
      "description": "An instant as text, UTC, always `YYYY-MM-DDTHH:mm:ss.sssZ`, so that texts compare as times.",
      "type": "string",
      "format": "date-time"
     },
     "position": {
      "type": "object",
      "properties": {
       "steps": {
        "type": "array",
        "items": {
         "type": "object",
         "properties": {
          "step": {
           "type": "string",
           "enum": ["other-underspend","outside","partners","redeployed","reserve","retained","returned-pro-rata","uncommitted-savings"]
          },
          "pence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
          "says": {"type":"string"},
          "agencies": {
           "type": "array",
           "items": {
            "type": "object",
            "properties": {
             "agencyId": {"description":"Names an agency.","type":"string","format":"uuid"},
             "pence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
             "agency": {"type":"string"}
            },
            "required": ["agencyId","pence","agency"]
           }
          }
         },
         "required": ["step","pence","says","agencies"]
        }
       },
       "closed": {
        "type": "object",
        "properties": {
         "steps": {
          "type": "array",
          "items": {
           "type": "object",
           "properties": {
            "says": {"type":"string"},
            "agencies": {
             "type": "array",
             "items": {
              "type": "object",
              "properties": {
               "agencyId": {"description":"Names an agency.","type":"string","format":"uuid"},
               "pence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
               "agency": {"type":"string"}
              },
              "required": ["agencyId","pence","agency"]
             }
            },
            "step": {
             "type": "string",
             "enum": ["other-underspend","outside","partners","redeployed","reserve","retained","returned-pro-rata","uncommitted-savings"]
            },
            "pence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0}
           },
           "required": ["says","agencies","step","pence"]
          }
         },
         "fundId": {"description":"Names a fund.","type":"string","format":"uuid"},
         "year": {
          "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
          "type": "string",
          "format": "date"
         },
         "agencyId": {"description":"Names an agency.","type":"string","format":"uuid"},
         "upTo": {
          "description": "Position of the record up to which the figures count, so that they can be had again.",
          "type": "integer",
          "format": "int64"
         },
         "budgetPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
         "receivedPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
         "linesPence": {"description":"What the lines for which the fund pays cost in the year.","type":"integer","format":"int64","minimum":0},
         "otherPence": {
          "description": "What was spent besides, less what was reversed in the year: below nothing where more came back than was spent.",
          "type": "integer",
          "format": "int64"
         },
         "recoveredPence": {
          "description": "Unspent sums of lines that came back into the fund on days of the year.",
          "type": "integer",
          "format": "int64",
          "minimum": 0
         },
         "outturnPence": {"description":"Lines and what was spent besides, less what came back.","type":"integer","format":"int64"},
         "differencePence": {"description":"Outturn less budget: an overspend, or below nothing an underspend.","type":"integer","format":"int64"},
         "on": {
          "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
          "type": "string",
          "format": "date"
         }
        },
        "required": [
         "steps",
         "fundId",
         "year",
         "agencyId",
         "upTo",
         "budgetPence",
         "receivedPence",
         "linesPence",
         "otherPence",
         "recoveredPence",
         "outturnPence",
         "differencePence",
         "on"
        ],
        "nullable": true
       },
       "recoveredPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
       "spentToDatePence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
       "outturnPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
       "differencePence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
       "thresholds": {"type":"array","items":{"type":"string","enum":["alert","overcommitted"]}},
       "sinceClosedPence": {
        "description": "Whole pence of either sign: a correction, a reimbursement, a difference.",
        "type": "integer",
        "format": "int64",
        "nullable": true
       },
       "contributions": {
        "type": "array",
        "items": {
         "type": "object",
         "properties": {
          "agencyId": {"description":"Names an agency.","type":"string","format":"uuid"},
          "pence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
          "receivedPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
          "duePence": {"description":"Of instalments whose day has come.","type":"integer","format":"int64","minimum":0},
          "overpaidPence": {"description":"Received beyond what it contributes.","type":"integer","format":"int64","minimum":0},
          "overduePence": {"description":"Due before the day, and not received.","type":"integer","format":"int64","minimum":0},
          "instalments": {
           "type": "array",
           "items": {
            "type": "object",
            "properties": {
             "dueOn": {
              "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
              "type": "string",
              "format": "date"
             },
             "pence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
             "receivedPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
             "standing": {"$ref":"#/components/schemas/InstalmentStanding"}
            },
            "required": ["dueOn","pence","receivedPence","standing"]
           }
          },
          "agency": {"type":"string"}
         },
         "required": ["agencyId","pence","receivedPence","duePence","overpaidPence","overduePence","instalments","agency"]
        }
       },
       "receipts": {
        "type": "array",
        "items": {
         "type": "object",
         "properties": {
          "receiptId": {"description":"Names a fund receipt.","type":"string","format":"uuid"},
          "agencyId": {"description":"Names an agency.","type":"string","format":"uuid"},
          "pence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
          "instalment": {"type":"integer","format":"int64"},
          "on": {
           "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
           "type": "string",
           "format": "date"
          },
          "overpaid": {
           "description": "Why it came though it is more than the partner contributes; `null` where it was not when it came.",
           "type": "object",
           "properties": {"because":{"type":"string"}},
           "required": ["because"],
           "nullable": true
          },
          "reversed": {
           "description": "It counts until the day on which it was taken back: what was told as at a day before stands.",
           "type": "object",
           "properties": {
            "on": {
             "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
             "type": "string",
             "format": "date"
            },
            "because": {"type":"string"}
           },
           "required": ["on","because"],
           "nullable": true
          },
          "agency": {"type":"string"}
         },
         "required": ["receiptId","agencyId","pence","instalment","on","overpaid","reversed","agency"]
        }
       },
       "lines": {
        "type": "object",
        "properties": {
         "categories": {
          "type": "array",
          "items": {
           "type": "object",
           "properties": {
            "category": {
             "type": "string",
             "enum": ["accommodation","education","equipment","nursing","other","personal-care","short-breaks","therapy","transport"]
            },
            "toDatePence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
            "toYearEndPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"}
           },
           "required": ["category","toDatePence","toYearEndPence"]
          }
         },
         "notionalShares": {
          "type": "array",
          "items": {
           "type": "object",
           "properties": {
            "agencyId": {"description":"Names an agency.","type":"string","format":"uuid"},
            "agency": {"type":"string"},
            "toDatePence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
            "toYearEndPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"}
           },
           "required": ["agencyId","agency","toDatePence","toYearEndPence"]
          }
         },
         "toDatePence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
         "toYearEndPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
         "children": {"type":"integer","format":"int64"},
         "lines": {"type":"integer","format":"int64"}
        },
        "required": ["categories","notionalShares","toDatePence","toYearEndPence","children","lines"]
       },
       "otherSpending": {
        "type": "object",
        "properties": {
         "pence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
         "for": {
          "type": "array",
          "items": {
           "type": "object",
           "properties": {
            "for": {"type":"string","enum":["equipment","management","other","posts"]},
            "pence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"}
           },
           "required": ["for","pence"]
          }
         }
        },
        "required": ["pence","for"]
       },
       "budgetPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
       "receivedPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
       "duePence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
       "overduePence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
       "overpaidPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
       "says": {"type":"string"},
       "version": {"type":"integer","format":"int64","nullable":true},
       "financialYear": {"type":"string"},
       "from": {
        "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
        "type": "string",
        "format": "date"
       },
       "to": {
        "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
        "type": "string",
        "format": "date"
       },
       "asAt": {
        "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
        "type": "string",
        "format": "date"
       }
      },
      "required": [
       "steps",
       "closed",
       "recoveredPence",
       "spentToDatePence",
       "outturnPence",
       "differencePence",
       "thresholds",
       "sinceClosedPence",
       "contributions",
       "receipts",
       "lines",
       "otherSpending",
       "budgetPence",
       "receivedPence",
       "duePence",
       "overduePence",
       "overpaidPence",
       "says",
       "version",
       "financialYear",
       "from",
       "to",
       "asAt"
      ]
     },
     "years": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "texts": {
         "type": "array",
         "items": {
          "type": "object",
          "properties": {
           "agreed": {
            "type": "array",
            "items": {
             "type": "object",
             "properties": {
              "agency": {"type":"string"},
              "agencyId": {"description":"Names an agency.","type":"string","format":"uuid"},
              "post": {"type":"string"},
              "on": {
               "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
               "type": "string",
               "format": "date"
              }
             },
             "required": ["agency","agencyId","post","on"]
            }
           },
           "contributions": {
            "type": "array",
            "items": {
             "type": "object",
             "properties": {
              "agency": {"type":"string"},
              "agencyId": {"description":"Names an agency.","type":"string","format":"uuid"},
              "pence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
              "instalments": {
               "description": "In order of their days, within the year; they sum to the contribution.",
               "type": "array",
               "items": {
                "type": "object",
                "properties": {
                 "dueOn": {
                  "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
                  "type": "string",
                  "format": "date"
                 },
                 "pence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0}
                },
                "required": ["dueOn","pence"]
               }
              }
             },
             "required": ["agency","agencyId","pence","instalments"]
            }
           },
           "version": {"type":"integer","format":"int64"},
           "because": {"type":"string","nullable":true},
           "inForceFrom": {
            "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
            "type": "string",
            "format": "date",
            "nullable": true
           },
           "reservePence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
           "riskShare": {"$ref":"#/components/schemas/RiskShare"}
          },
          "required": ["agreed","contributions","version","because","inForceFrom","reservePence","riskShare"]
         }
        },
        "year": {
         "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
         "type": "string",
         "format": "date"
        },
        "financialYear": {"type":"string"},
        "closed": {
         "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
         "type": "string",
         "format": "date",
         "nullable": true
        }
       },
       "required": ["texts","year","financialYear","closed"]
      }
     },
     "revision": {"type":"integer","format":"int64"},
     "clauses": {"type":"array","items":{"type":"string","format":"uuid"}},
     "from": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     },
     "to": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date",
      "nullable": true
     },
     "alertAtBasisPoints": {"type":"integer","format":"int64"},
     "partners": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {"agencyId":{"description":"Names an agency.","type":"string","format":"uuid"},"agency":{"type":"string"}},
       "required": ["agencyId","agency"]
      }
     },
     "fundId": {"description":"Names a fund.","type":"string","format":"uuid"},
     "name": {"type":"string"},
     "agreementId": {"description":"Names an agreement.","type":"string","format":"uuid"},
     "agreement": {"type":"string"},
     "hostAgencyId": {"description":"Names an agency.","type":"string","format":"uuid"},
     "host": {"type":"string"},
     "managerPost": {"type":"string"}
    },
    "required": [
     "upTo",
     "position",
     "years",
     "revision",
     "clauses",
     "from",
     "to",
     "alertAtBasisPoints",
     "partners",
     "fundId",
     "name",
     "agreementId",
     "agreement",
     "hostAgencyId",
     "host",
     "managerPost"
    ]
   }
  },
  "FundController_series": {
   "schema": {
    "type": "object",
    "properties": {
     "received": {
      "type": "array",
      "items": {"type":"array","items":{"anyOf":[{"type":"integer","format":"int64"},{"type":"string","format":"date"}]},"minItems":2,"maxItems":2}
     },
     "committed": {
      "type": "array",
      "items": {"type":"array","items":{"anyOf":[{"type":"integer","format":"int64"},{"type":"string","format":"date"}]},"minItems":2,"maxItems":2}
     },
     "otherSpending": {
      "type": "array",
      "items": {"type":"array","items":{"anyOf":[{"type":"integer","format":"int64"},{"type":"string","format":"date"}]},"minItems":2,"maxItems":2}
     },
     "recovered": {
      "type": "array",
      "items": {"type":"array","items":{"anyOf":[{"type":"integer","format":"int64"},{"type":"string","format":"date"}]},"minItems":2,"maxItems":2}
     },
     "notionalShares": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "agencyId": {"type":"string"},
        "agency": {"type":"string"},
        "series": {
         "type": "array",
         "items": {
          "type": "array",
          "items": {"anyOf":[{"type":"integer","format":"int64"},{"type":"string","format":"date"}]},
          "minItems": 2,
          "maxItems": 2
         }
        }
       },
       "required": ["agencyId","agency","series"]
      }
     },
     "upTo": {"type":"integer","format":"int64"},
     "asAt": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     },
     "knownAt": {
      "description": "An instant as text, UTC, always `YYYY-MM-DDTHH:mm:ss.sssZ`, so that texts compare as times.",
      "type": "string",
      "format": "date-time"
     },
     "step": {"type":"string","enum":["month","week"]},
     "to": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     },
     "from": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     },
     "fundId": {"description":"Names a fund.","type":"string","format":"uuid"},
     "name": {"type":"string"}
    },
    "required": ["received","committed","otherSpending","recovered","notionalShares","upTo","step","to","from","fundId","name"]
   }
  },
  "FundDocumentsController_annual": {"schema":{"$ref":"#/components/schemas/WrittenDocument"},"alsoAs":["application/pdf","text/html"]},
  "FundDocumentsController_quarterly": {"schema":{"$ref":"#/components/schemas/WrittenDocument"},"alsoAs":["application/pdf","text/html"]},
  "FundRecordController_receive": {
   "schema": {
    "type": "object",
    "properties": {"receiptId":{"description":"Names a fund receipt.","type":"string","format":"uuid"}},
    "required": ["receiptId"]
   }
  },
  "FundRecordController_spend": {
   "schema": {
    "type": "object",
    "properties": {"spendingId":{"description":"Names a fund spending.","type":"string","format":"uuid"}},
    "required": ["spendingId"]
   }
  },
  "InvoiceController_one": {
   "schema": {
    "type": "object",
    "properties": {
     "asAt": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     },
     "knownAt": {
      "description": "An instant as text, UTC, always `YYYY-MM-DDTHH:mm:ss.sssZ`, so that texts compare as times.",
      "type": "string",
      "format": "date-time"
     },
     "lines": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "left": {"$ref":"#/components/schemas/NetAndVat"},
        "vat": {"type":"string","enum":["exempt","not-stated","outside-scope","reduced-rate","standard-rate","zero-rated"]},
        "committedPence": {
         "description": "What the days of the line bound the billed agency to towards whoever bills, as known when the invoice was recorded.",
         "type": "integer",
         "format": "int64",
         "minimum": 0
        },
        "billedBeforePence": {
         "description": "What earlier lines and invoices had billed for the same days, credits taken off.",
         "type": "integer",
         "format": "int64",
         "minimum": 0
        },
        "held": {
         "description": "Empty where the line agrees with what is committed.",
         "type": "array",
         "items": {
          "type": "string",
          "enum": [
           "another-provider",
           "billed-already",
           "commissioned-by-another",
           "costs-less",
           "line-unknown",
           "not-in-effect",
           "paid-by-fund",
           "suspended",
           "vat-otherwise"
          ]
         }
        },
        "netPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
        "vatPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
        "decisionId": {"description":"Names a decision.","type":"string","format":"uuid"},
        "lineId": {"description":"Names a package line.","type":"string","format":"uuid"},
        "childId": {"description":"Names a child.","type":"string","format":"uuid"},
        "days": {
         "type": "object",
         "properties": {
          "from": {
           "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
           "type": "string",
           "format": "date"
          },
          "to": {
           "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
           "type": "string",
           "format": "date"
          }
         },
         "required": ["from","to"]
        },
        "line": {"type":"integer","format":"int64"}
       },
       "required": ["vat","committedPence","billedBeforePence","held","netPence","vatPence","decisionId","lineId","childId","days","line"]
      }
     },
     "credits": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "creditId": {"description":"Names an invoice credit.","type":"string","format":"uuid"},
        "on": {
         "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
         "type": "string",
         "format": "date"
        },
        "lines": {
         "type": "array",
         "items": {
          "type": "object",
          "properties": {
           "netPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
           "vatPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
           "line": {"description":"The place of the line on the invoice, from 1.","type":"integer","format":"int64"}
          },
          "required": ["netPence","vatPence","line"]
         }
        },
        "because": {"type":"string"},
        "late": {"nullable":true,"allOf":[{"$ref":"#/components/schemas/Late"}]}
       },
       "required": ["creditId","on","lines","because","late"]
      }
     },
     "release": {
      "type": "object",
      "properties": {
       "agency": {"type":"string"},
       "on": {
        "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
        "type": "string",
        "format": "date"
       },
       "agencyId": {"description":"The billed agency, or the one that has its functions.","type":"string","format":"uuid"},
       "because": {"type":"string"},
       "late": {"nullable":true,"allOf":[{"$ref":"#/components/schemas/Late"}]}
      },
      "required": ["agency","on","agencyId","because","late"],
      "nullable": true
     },
     "payments": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "paymentId": {"description":"Names a payment.","type":"string","format":"uuid"},
        "paidBy": {"description":"Names an agency.","type":"string","format":"uuid"},
        "on": {
         "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
         "type": "string",
         "format": "date"
        },
        "status": {"type":"string","enum":["paid","reversed"]},
        "pence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0}
       },
       "required": ["paymentId","paidBy","on","status","pence"]
      }
     },
     "events": {"type":"array","items":{"$ref":"#/components/schemas/FactOrigin"}},
     "revision": {"type":"integer","format":"int64"},
     "netPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
     "vatPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
     "breach": {
      "description": "More was paid than is owed: recorded so, or come about by a credit or by two payments at once.",
      "type": "string",
      "enum": ["overpaid",null],
      "nullable": true
     },
     "differences": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "line": {"type":"integer","format":"int64"},
        "billedPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
        "committedPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
        "billedBeforePence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
        "reasons": {
         "type": "array",
         "items": {
          "type": "string",
          "enum": [
           "another-provider",
           "billed-already",
           "commissioned-by-another",
           "costs-less",
           "line-unknown",
           "not-in-effect",
           "paid-by-fund",
           "suspended",
           "vat-otherwise"
          ]
         }
        },
        "says": {"type":"string"}
       },
       "required": ["line","billedPence","committedPence","billedBeforePence","reasons","says"]
      }
     },
     "standing": {"type":"string","enum":["agrees","held","released"]},
     "totalPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
     "notCreditedPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
     "owedPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
     "paidPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
     "leftPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
     "late": {"nullable":true,"allOf":[{"$ref":"#/components/schemas/Late"}]},
     "invoiceId": {"description":"Names an invoice.","type":"string","format":"uuid"},
     "number": {"type":"string"},
     "on": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     },
     "from": {
      "anyOf": [
       {
        "type": "object",
        "properties": {
         "agency": {"type":"string"},
         "kind": {"type":"string","enum":["agency"]},
         "agencyId": {"description":"Names an agency.","type":"string","format":"uuid"}
        },
        "required": ["agency","kind","agencyId"]
       },
       {"type":"object","properties":{"kind":{"type":"string","enum":["family"]}},"required":["kind"]},
       {
        "type": "object",
        "properties": {"kind":{"type":"string","enum":["provider"]},"providerId":{"description":"Names a provider.","type":"string","format":"uuid"}},
        "required": ["kind","providerId"]
       }
      ]
     },
     "to": {"description":"Names an agency.","type":"string","format":"uuid"},
     "agency": {"type":"string"}
    },
    "required": [
     "lines",
     "credits",
     "release",
     "payments",
     "events",
     "netPence",
     "vatPence",
     "breach",
     "differences",
     "standing",
     "totalPence",
     "notCreditedPence",
     "owedPence",
     "paidPence",
     "leftPence",
     "late",
     "invoiceId",
     "number",
     "on",
     "from",
     "to",
     "agency"
    ]
   }
  },
  "InvoiceController_trail": {
   "schema": {
    "type": "object",
    "properties": {
     "entries": {"type":"array","items":{"$ref":"#/components/schemas/EventEntry"}},
     "asAt": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     },
     "knownAt": {"type":"string"}
    },
    "required": ["entries"]
   }
  },
  "LineController_arrange": {
   "schema": {"type":"object","properties":{"entryId":{"description":"Names a line entry.","type":"string","format":"uuid"}},"required":["entryId"]}
  },
  "LineController_end": {
   "schema": {"type":"object","properties":{"entryId":{"description":"Names a line entry.","type":"string","format":"uuid"}},"required":["entryId"]}
  },
  "LineController_recover": {
   "schema": {
    "type": "object",
    "properties": {"recoveryId":{"description":"Names a recovery.","type":"string","format":"uuid"}},
    "required": ["recoveryId"]
   }
  },
  "LineController_resume": {
   "schema": {"type":"object","properties":{"entryId":{"description":"Names a line entry.","type":"string","format":"uuid"}},"required":["entryId"]}
  },
  "LineController_retain": {
   "schema": {"type":"object","properties":{"entryId":{"description":"Names a line entry.","type":"string","format":"uuid"}},"required":["entryId"]}
  },
  "LineController_suspend": {
   "schema": {"type":"object","properties":{"entryId":{"description":"Names a line entry.","type":"string","format":"uuid"}},"required":["entryId"]}
  },
  "LineLifeController_life": {
   "schema": {
    "type": "object",
    "properties": {
     "happened": {"type":"array","items":{"$ref":"#/components/schemas/EventEntry"}},
     "arrangements": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "entryId": {"description":"Names a line entry.","type":"string","format":"uuid"},
        "from": {
         "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
         "type": "string",
         "format": "date"
        },
        "providerId": {"description":"Names a provider.","type":"string","format":"uuid"},
        "provider": {"type":"string"},
        "commissionedBy": {"description":"Names an agency.","type":"string","format":"uuid"},
        "agency": {"type":"string"},
        "vat": {"type":"string","enum":["exempt","not-stated","outside-scope","reduced-rate","standard-rate","zero-rated"]}
       },
       "required": ["entryId","from","providerId","provider","commissionedBy","agency","vat"]
      }
     },
     "suspensions": {"type":"array","items":{"$ref":"#/components/schemas/Pause"}},
     "endsFrom": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date",
      "nullable": true
     },
     "rateVariations": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "variationId": {"description":"Names a rate variation.","type":"string","format":"uuid"},
        "standing": {"type":"string","enum":["in-force","open","refused"]},
        "proposedOn": {
         "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
         "type": "string",
         "format": "date"
        },
        "rates": {"type":"array","items":{"$ref":"#/components/schemas/Rate"}},
        "agreedBy": {
         "type": "array",
         "items": {"type":"object","properties":{"agencyId":{"type":"string"},"agency":{"type":"string"}},"required":["agencyId","agency"]}
        },
        "stillAwaited": {
         "type": "array",
         "items": {"type":"object","properties":{"agencyId":{"type":"string"},"agency":{"type":"string"}},"required":["agencyId","agency"]}
        }
       },
       "required": ["variationId","standing","proposedOn","rates","agreedBy","stillAwaited"]
      }
     },
     "recoveries": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "recoveryId": {"description":"Names a recovery.","type":"string","format":"uuid"},
        "of": {
         "type": "object",
         "properties": {
          "from": {
           "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
           "type": "string",
           "format": "date"
          },
          "to": {
           "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
           "type": "string",
           "format": "date"
          }
         },
         "required": ["from","to"]
        },
        "pence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
        "on": {
         "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
         "type": "string",
         "format": "date"
        }
       },
       "required": ["recoveryId","of","pence","on"]
      }
     },
     "decisionId": {"description":"Names a decision.","type":"string","format":"uuid"},
     "lineId": {"description":"Names a package line.","type":"string","format":"uuid"},
     "asAt": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     },
     "knownAt": {"type":"string"}
    },
    "required": ["happened","arrangements","suspensions","endsFrom","rateVariations","recoveries","decisionId","lineId"]
   }
  },
  "LineLifeController_variations": {
   "schema": {
    "type": "object",
    "properties": {
     "next": {"type":"string"},
     "entries": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "awaited": {
         "type": "array",
         "items": {"type":"object","properties":{"agencyId":{"type":"string"},"agency":{"type":"string"}},"required":["agencyId","agency"]}
        },
        "proposedBy": {"type":"string"},
        "proposedByName": {"type":"string"},
        "proposedOn": {"type":"string"},
        "variationId": {"type":"string"},
        "lineId": {"type":"string"},
        "decisionId": {"type":"string"},
        "childId": {"type":"string"}
       },
       "required": ["awaited","proposedBy","proposedByName","proposedOn","variationId","lineId","decisionId","childId"]
      }
     }
    },
    "required": ["entries"]
   }
  },
  "MatterController_paper": {
   "schema": {"type":"object","properties":{"paperId":{"description":"Names a paper.","type":"string","format":"uuid"}},"required":["paperId"]}
  },
  "MatterController_raise": {
   "schema": {
    "type": "object",
    "properties": {
     "lines": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "lineId": {"type":"string"},
        "category": {
         "type": "string",
         "enum": ["accommodation","education","equipment","nursing","other","personal-care","short-breaks","therapy","transport"]
        }
       },
       "required": ["lineId","category"]
      }
     }
    },
    "required": ["lines"]
   }
  },
  "MatterReadingController_agenda": {
   "schema": {
    "type": "object",
    "properties": {
     "knownAt": {"type":"string"},
     "meetingId": {"type":"string"},
     "panelId": {"type":"string"},
     "panel": {"type":"string"},
     "on": {"type":"string"},
     "startsAt": {"type":"string","nullable":true},
     "venue": {"description":"Where it meets.","type":"string","nullable":true},
     "status": {"type":"string","enum":["adjourned","cancelled","closed","open","scheduled"]},
     "papersNotice": {"description":"Working days before the meeting by which papers are circulated.","type":"integer","format":"int64","nullable":true},
     "items": {"type":"array","items":{"$ref":"#/components/schemas/AgendaItem"}}
    },
    "required": ["meetingId","panelId","panel","on","startsAt","venue","status","papersNotice","items"]
   }
  },
  "MatterReadingController_check": {
   "schema": {
    "type": "object",
    "properties": {
     "matterId": {"description":"Names a matter.","type":"string","format":"uuid"},
     "paperId": {"description":"Names a paper.","type":"string","format":"uuid"},
     "sha256": {"type":"string"},
     "version": {"type":"integer","format":"int64"},
     "circulatedAt": {"type":"string"},
     "late": {"type":"boolean","nullable":true},
     "superseded": {"type":"boolean"}
    },
    "required": ["matterId","paperId","sha256","version","circulatedAt","late","superseded"]
   }
  },
  "MatterReadingController_matter": {
   "schema": {
    "type": "object",
    "properties": {
     "asAt": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     },
     "knownAt": {"type":"string"},
     "panel": {"type":"string"},
     "agency": {"type":"string"},
     "asks": {"type":"string","nullable":true},
     "outcomesWanted": {"type":"array","items":{"type":"string"},"nullable":true},
     "lines": {
      "type": "array",
      "items": {
       "anyOf": [
        {"$ref":"#/components/schemas/RequestedLine"},
        {
         "type": "object",
         "properties": {
          "outcomes": {"type":"array","items":{"type":"string"},"nullable":true},
          "provision": {"type":"string","nullable":true},
          "split": {"nullable":true,"allOf":[{"$ref":"#/components/schemas/Shares"}]},
          "replaces": {"nullable":true,"allOf":[{"$ref":"#/components/schemas/LineOfDecision"}]},
          "lineId": {"description":"Names a package line.","type":"string","format":"uuid"},
          "category": {
           "type": "string",
           "enum": ["accommodation","education","equipment","nursing","other","personal-care","short-breaks","therapy","transport"]
          },
          "needs": {
           "description": "Needs that the line serves, unsealed as those of the matter and the decision are; none where nobody said.",
           "type": "array",
           "items": {
            "type": "string",
            "enum": [
             "breathing",
             "challenging-behaviour",
             "cognition-and-learning",
             "communication",
             "communication-and-interaction",
             "continence",
             "eating-and-drinking",
             "medicines",
             "mobility",
             "psychological-and-emotional",
             "seizures",
             "sensory-and-physical",
             "skin-and-tissue",
             "social-emotional-and-mental-health"
            ]
           }
          },
          "budget": {
           "description": "`null`: a provision that an agency commissions as such.",
           "nullable": true,
           "allOf": [{"$ref":"#/components/schemas/PersonalBudget"}]
          },
          "period": {
           "type": "object",
           "properties": {
            "from": {
             "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
             "type": "string",
             "format": "date"
            },
            "to": {
             "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
             "type": "string",
             "format": "date",
             "nullable": true
            }
           },
           "required": ["from","to"]
          },
          "rates": {
           "description": "Effective-dated rates, in order; the first from the line's first day.",
           "type": "array",
           "items": {"$ref":"#/components/schemas/Rate"}
          }
         },
         "required": ["provision","split","replaces","lineId","category","needs","budget","period","rates"]
        }
       ]
      }
     },
     "views": {
      "description": "The newest record of each; `null` where there is none.",
      "type": "object",
      "properties": {
       "child": {"nullable":true,"allOf":[{"$ref":"#/components/schemas/ViewsEntry"}]},
       "family": {"nullable":true,"allOf":[{"$ref":"#/components/schemas/ViewsEntry"}]}
      },
      "required": ["child","family"]
     },
     "earlierViews": {"type":"array","items":{"$ref":"#/components/schemas/ViewsEntry"}},
     "papers": {"type":"array","items":{"$ref":"#/components/schemas/PaperOfMatter"}},
     "agenda": {
      "description": "Every meeting on whose agenda it stands, the last one put there at the end.",
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "meetingId": {"type":"string"},
        "on": {"type":"string","nullable":true},
        "meeting": {"type":"string","enum":["adjourned","cancelled","closed","open","scheduled",null],"nullable":true},
        "place": {"type":"integer","format":"int64"},
        "startsAt": {"type":"string","nullable":true}
       },
       "required": ["meetingId","on","meeting","place","startsAt"]
      }
     },
     "decisions": {"type":"array","items":{"$ref":"#/components/schemas/DecisionEntry"}},
     "agencyId": {"description":"The agency that asks.","type":"string","format":"uuid"},
     "kind": {"type":"string","enum":["eligibility","new-package","other","placement","review","variation"]},
     "panelId": {"description":"Names a panel.","type":"string","format":"uuid"},
     "matterId": {"description":"Names a matter.","type":"string","format":"uuid"},
     "childId": {"description":"Names a child.","type":"string","format":"uuid"},
     "needs": {
      "type": "array",
      "items": {
       "type": "string",
       "enum": [
        "breathing",
        "challenging-behaviour",
        "cognition-and-learning",
        "communication",
        "communication-and-interaction",
        "continence",
        "eating-and-drinking",
        "medicines",
        "mobility",
        "psychological-and-emotional",
        "seizures",
        "sensory-and-physical",
        "skin-and-tissue",
        "social-emotional-and-mental-health"
       ]
      }
     },
     "status": {
      "description": "Whether it was withdrawn; what panels made of it stands in its decisions.",
      "type": "string",
      "enum": ["raised","withdrawn"]
     },
     "raisedOn": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     }
    },
    "required": [
     "panel",
     "agency",
     "lines",
     "views",
     "earlierViews",
     "papers",
     "agenda",
     "decisions",
     "agencyId",
     "kind",
     "panelId",
     "matterId",
     "childId",
     "needs",
     "status",
     "raisedOn"
    ]
   }
  },
  "MeController_me": {"schema":{"$ref":"#/components/schemas/MeEntry"}},
  "MoneyListController_invoices": {
   "schema": {
    "type": "object",
    "properties": {
     "invoices": {"type":"array","items":{"$ref":"#/components/schemas/InvoiceEntry"}},
     "next": {"type":"string"},
     "agencyId": {"description":"Names an agency.","type":"string","format":"uuid"},
     "agency": {"type":"string"},
     "asAt": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     },
     "knownAt": {"type":"string"}
    },
    "required": ["invoices","agencyId","agency"]
   },
   "alsoAs": ["text/csv"]
  },
  "MoneyListController_payments": {
   "schema": {
    "type": "object",
    "properties": {
     "payments": {"type":"array","items":{"$ref":"#/components/schemas/PaymentEntry"}},
     "next": {"type":"string"},
     "agencyId": {"description":"Names an agency.","type":"string","format":"uuid"},
     "agency": {"type":"string"},
     "asAt": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     },
     "knownAt": {"type":"string"}
    },
    "required": ["payments","agencyId","agency"]
   },
   "alsoAs": ["text/csv"]
  },
  "MoneyListController_unpaid": {
   "schema": {
    "type": "object",
    "properties": {
     "next": {"type":"string"},
     "agencyId": {"description":"Names an agency.","type":"string","format":"uuid"},
     "agency": {"type":"string"},
     "entries": {"type":"array","items":{"$ref":"#/components/schemas/InvoiceEntry"}}
    },
    "required": ["agencyId","agency","entries"]
   }
  },
  "PaymentController_one": {
   "schema": {
    "type": "object",
    "properties": {
     "asAt": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     },
     "knownAt": {
      "description": "An instant as text, UTC, always `YYYY-MM-DDTHH:mm:ss.sssZ`, so that texts compare as times.",
      "type": "string",
      "format": "date-time"
     },
     "events": {"type":"array","items":{"$ref":"#/components/schemas/FactOrigin"}},
     "revision": {"type":"integer","format":"int64"},
     "for": {"type":"array","items":{"$ref":"#/components/schemas/PaidFor"}},
     "status": {"type":"string","enum":["paid","reversed"]},
     "overpaid": {
      "type": "object",
      "properties": {
       "because": {"type":"string"},
       "invoices": {
        "type": "array",
        "items": {
         "type": "object",
         "properties": {
          "invoiceId": {"description":"Names an invoice.","type":"string","format":"uuid"},
          "leftPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
          "paidPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0}
         },
         "required": ["invoiceId","leftPence","paidPence"]
        }
       },
       "statements": {
        "description": "By their months, and whose they are.",
        "type": "array",
        "items": {
         "type": "object",
         "properties": {
          "month": {
           "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
           "type": "string",
           "format": "date"
          },
          "of": {"description":"Names an agency.","type":"string","format":"uuid"},
          "leftPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
          "paidPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0}
         },
         "required": ["month","of","leftPence","paidPence"]
        }
       }
      },
      "required": ["because","invoices","statements"],
      "nullable": true
     },
     "reversal": {
      "type": "object",
      "properties": {
       "on": {
        "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
        "type": "string",
        "format": "date"
       },
       "because": {"type":"string"},
       "late": {"nullable":true,"allOf":[{"$ref":"#/components/schemas/Late"}]}
      },
      "required": ["on","because","late"],
      "nullable": true
     },
     "breach": {"type":"string","enum":["overpaid",null],"nullable":true},
     "late": {"nullable":true,"allOf":[{"$ref":"#/components/schemas/Late"}]},
     "ofInvoicesPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
     "ofStatementsPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
     "directlyPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
     "paymentId": {"description":"Names a payment.","type":"string","format":"uuid"},
     "reference": {"type":"string"},
     "on": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     },
     "paidBy": {"description":"Names an agency.","type":"string","format":"uuid"},
     "agency": {"type":"string"},
     "payee": {
      "anyOf": [
       {
        "type": "object",
        "properties": {
         "agency": {"type":"string"},
         "kind": {"type":"string","enum":["agency"]},
         "agencyId": {"description":"Names an agency.","type":"string","format":"uuid"}
        },
        "required": ["agency","kind","agencyId"]
       },
       {"type":"object","properties":{"kind":{"type":"string","enum":["family"]}},"required":["kind"]},
       {
        "type": "object",
        "properties": {"kind":{"type":"string","enum":["provider"]},"providerId":{"description":"Names a provider.","type":"string","format":"uuid"}},
        "required": ["kind","providerId"]
       }
      ]
     },
     "standing": {"type":"string","enum":["paid","reversed"]},
     "totalPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0}
    },
    "required": [
     "events",
     "for",
     "status",
     "overpaid",
     "reversal",
     "breach",
     "late",
     "ofInvoicesPence",
     "ofStatementsPence",
     "directlyPence",
     "paymentId",
     "reference",
     "on",
     "paidBy",
     "agency",
     "payee",
     "standing",
     "totalPence"
    ]
   }
  },
  "PaymentController_trail": {
   "schema": {
    "type": "object",
    "properties": {
     "entries": {"type":"array","items":{"$ref":"#/components/schemas/EventEntry"}},
     "asAt": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     },
     "knownAt": {"type":"string"}
    },
    "required": ["entries"]
   }
  },
  "PractitionerController_employ": {
   "schema": {
    "type": "object",
    "properties": {"employmentId":{"description":"Names an employment.","type":"string","format":"uuid"}},
    "required": ["employmentId"]
   }
  },
  "PractitionerController_practitioners": {
   "schema": {
    "type": "object",
    "properties": {"practitioners":{"type":"array","items":{"$ref":"#/components/schemas/PractitionerEntry"}},"next":{"type":"string"}},
    "required": ["practitioners"]
   }
  },
  "PrecedentController_search": {
   "schema": {
    "type": "object",
    "properties": {"precedents":{"type":"array","items":{"$ref":"#/components/schemas/PrecedentEntry"}},"next":{"type":"string"}},
    "required": ["precedents"]
   }
  },
  "ProviderController_all": {
   "schema": {
    "type": "object",
    "properties": {
     "next": {"type":"string"},
     "providers": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {"providerId":{"type":"string"},"name":{"type":"string"},"kind":{"type":"string"},"on":{"type":"string"}},
       "required": ["providerId","name","kind","on"]
      }
     }
    },
    "required": ["providers"]
   }
  },
  "RateVariationController_agree": {
   "schema": {
    "type": "object",
    "properties": {"variationId":{"description":"Names a rate variation.","type":"string","format":"uuid"}},
    "required": ["variationId"]
   }
  },
  "RateVariationController_propose": {
   "schema": {
    "type": "object",
    "properties": {"variationId":{"description":"Names a rate variation.","type":"string","format":"uuid"}},
    "required": ["variationId"]
   }
  },
  "RateVariationController_refuse": {
   "schema": {
    "type": "object",
    "properties": {"variationId":{"description":"Names a rate variation.","type":"string","format":"uuid"}},
    "required": ["variationId"]
   }
  },
  "RatificationController_urgentDecision": {
   "schema": {
    "type": "object",
    "properties": {
     "lines": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "lineId": {"type":"string"},
        "category": {
         "type": "string",
         "enum": ["accommodation","education","equipment","nursing","other","personal-care","short-breaks","therapy","transport"]
        }
       },
       "required": ["lineId","category"]
      }
     },
     "conditions": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {"conditionId":{"description":"Names a condition.","type":"string","format":"uuid"}},
       "required": ["conditionId"]
      }
     },
     "decisionId": {"type":"string"}
    },
    "required": ["lines","conditions","decisionId"]
   }
  },
  "ReplayController_agreement": {"schema":{"$ref":"#/components/schemas/ReplayReport"},"alsoAs":["text/csv"]},
  "ReplayController_child": {"schema":{"$ref":"#/components/schemas/ReplayReport"},"alsoAs":["text/csv"]},
  "ReplayController_decision": {"schema":{"$ref":"#/components/schemas/ReplayReport"},"alsoAs":["text/csv"]},
  "ReplayController_fund": {"schema":{"$ref":"#/components/schemas/ReplayReport"},"alsoAs":["text/csv"]},
  "ScheduleController_all": {
   "schema": {
    "type": "object",
    "properties": {
     "schedules": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "open": {"type":"integer","format":"int64"},
        "differences": {"type":"array","items":{"$ref":"#/components/schemas/ScheduleDifference"}},
        "standing": {"$ref":"#/components/schemas/ScheduleStanding"},
        "counts": {"type":"boolean"},
        "says": {"type":"string"},
        "payers": {
         "type": "array",
         "items": {
          "type": "object",
          "properties": {
           "column": {"type":"string"},
           "agencyId": {"description":"Names an agency.","type":"string","format":"uuid"},
           "agency": {"type":"string"}
          },
          "required": ["column","agencyId","agency"]
         }
        },
        "scheduleId": {"description":"Names a funding schedule.","type":"string","format":"uuid"},
        "title": {"type":"string"},
        "source": {"type":"string"},
        "on": {
         "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
         "type": "string",
         "format": "date"
        },
        "period": {
         "type": "object",
         "properties": {
          "from": {
           "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
           "type": "string",
           "format": "date"
          },
          "to": {
           "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
           "type": "string",
           "format": "date"
          }
         },
         "required": ["from","to"]
        },
        "revision": {"type":"integer","format":"int64"}
       },
       "required": ["open","differences","standing","counts","says","payers","scheduleId","title","source","on","period","revision"]
      }
     },
     "asAt": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     },
     "knownAt": {"type":"string"}
    },
    "required": ["schedules"]
   }
  },
  "ScheduleController_contributions": {
   "schema": {
    "type": "object",
    "properties": {
     "asAt": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     },
     "knownAt": {"type":"string"},
     "yearlyPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
     "pence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
     "posts": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "payers": {
         "type": "array",
         "items": {
          "type": "object",
          "properties": {
           "agency": {"type":"string"},
           "column": {"type":"string"},
           "agencyId": {"description":"Names an agency.","type":"string","format":"uuid"},
           "yearlyPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
           "pence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"}
          },
          "required": ["agency","column","agencyId","yearlyPence","pence"]
         }
        },
        "row": {"type":"integer","format":"int64"},
        "role": {"type":"string"},
        "resource": {"type":"string"},
        "yearlyPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
        "pence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"}
       },
       "required": ["payers","row","role","resource","yearlyPence","pence"]
      }
     },
     "payers": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "agency": {"type":"string"},
        "column": {"type":"string"},
        "agencyId": {"description":"Names an agency.","type":"string","format":"uuid"},
        "yearlyPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
        "pence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"}
       },
       "required": ["agency","column","agencyId","yearlyPence","pence"]
      }
     },
     "agencies": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "yearlyPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
        "pence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
        "agencyId": {"description":"Names an agency.","type":"string","format":"uuid"},
        "agency": {"type":"string"}
       },
       "required": ["yearlyPence","pence","agencyId","agency"]
      }
     },
     "years": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "payers": {
         "type": "array",
         "items": {
          "type": "object",
          "properties": {
           "agency": {"type":"string"},
           "column": {"type":"string"},
           "agencyId": {"description":"Names an agency.","type":"string","format":"uuid"},
           "yearlyPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
           "pence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"}
          },
          "required": ["agency","column","agencyId","yearlyPence","pence"]
         }
        },
        "pence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
        "days": {"type":"integer","format":"int64"},
        "daysOfYear": {"type":"integer","format":"int64"},
        "to": {
         "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
         "type": "string",
         "format": "date"
        },
        "from": {
         "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
         "type": "string",
         "format": "date"
        },
        "financialYear": {"type":"string"}
       },
       "required": ["payers","pence","days","daysOfYear","to","from","financialYear"]
      }
     },
     "standing": {"$ref":"#/components/schemas/ScheduleStanding"},
     "counts": {"type":"boolean"},
     "says": {"type":"string"},
     "to": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     },
     "from": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     },
     "scheduleId": {"description":"Names a funding schedule.","type":"string","format":"uuid"},
     "title": {"type":"string"},
     "period": {
      "type": "object",
      "properties": {
       "from": {
        "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
        "type": "string",
        "format": "date"
       },
       "to": {
        "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
        "type": "string",
        "format": "date"
       }
      },
      "required": ["from","to"]
     }
    },
    "required": ["yearlyPence","pence","posts","payers","agencies","years","standing","counts","says","to","from","scheduleId","title","period"]
   }
  },
  "ScheduleController_one": {
   "schema": {
    "type": "object",
    "properties": {
     "asAt": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     },
     "knownAt": {"type":"string"},
     "withdrawal": {
      "type": "object",
      "properties": {
       "on": {
        "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
        "type": "string",
        "format": "date"
       },
       "because": {"type":"string"}
      },
      "required": ["on","because"]
     },
     "release": {
      "type": "object",
      "properties": {
       "agency": {"type":"string"},
       "agencyId": {"description":"Names an agency.","type":"string","format":"uuid"},
       "on": {
        "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
        "type": "string",
        "format": "date"
       },
       "because": {"type":"string"},
       "differences": {"type":"array","items":{"$ref":"#/components/schemas/ScheduleDifference"}}
      },
      "required": ["agency","agencyId","on","because","differences"]
     },
     "posts": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "cells": {
         "type": "array",
         "items": {
          "type": "object",
          "properties": {
           "countsPence": {
            "description": "Whole pence of either sign: a correction, a reimbursement, a difference.",
            "type": "integer",
            "format": "int64",
            "nullable": true
           },
           "column": {"type":"string"},
           "printed": {"description":"The whole cell as printed, empty where it is blank.","type":"string"},
           "pence": {
            "description": "Pounds as pence; `null` where the cell is blank, which is not nought.",
            "type": "integer",
            "format": "int64",
            "nullable": true
           },
           "bracketed": {
            "description": "A second figure, as printed with its brackets and in pence. What it means is asked, never guessed.",
            "type": "object",
            "properties": {
             "printed": {"type":"string"},
             "pence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"}
            },
            "required": ["printed","pence"],
            "nullable": true
           }
          },
          "required": ["countsPence","column","printed","pence","bracketed"]
         }
        },
        "row": {"type":"integer","format":"int64"},
        "role": {"type":"string"},
        "resource": {"type":"string"}
       },
       "required": ["cells","row","role","resource"]
      }
     },
     "stated": {
      "type": "object",
      "properties": {
       "cells": {
        "type": "array",
        "items": {
         "type": "object",
         "properties": {
          "countsPence": {
           "description": "Whole pence of either sign: a correction, a reimbursement, a difference.",
           "type": "integer",
           "format": "int64",
           "nullable": true
          },
          "column": {"type":"string"},
          "printed": {"description":"The whole cell as printed, empty where it is blank.","type":"string"},
          "pence": {
           "description": "Pounds as pence; `null` where the cell is blank, which is not nought.",
           "type": "integer",
           "format": "int64",
           "nullable": true
          },
          "bracketed": {
           "description": "A second figure, as printed with its brackets and in pence. What it means is asked, never guessed.",
           "type": "object",
           "properties": {
            "printed": {"type":"string"},
            "pence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"}
           },
           "required": ["printed","pence"],
           "nullable": true
          }
         },
         "required": ["countsPence","column","printed","pence","bracketed"]
        }
       },
       "row": {"type":"integer","format":"int64"},
       "role": {"type":"string"},
       "resource": {"type":"string"}
      },
      "required": ["cells","row","role","resource"],
      "nullable": true
     },
     "totals": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "inBrackets": {
         "type": "object",
         "properties": {
          "statedPence": {
           "description": "Whole pence of either sign: a correction, a reimbursement, a difference.",
           "type": "integer",
           "format": "int64",
           "nullable": true
          },
          "summedPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
          "agrees": {"type":"boolean"}
         },
         "required": ["statedPence","summedPence","agrees"]
        },
        "agrees": {"type":"boolean"},
        "row": {
         "description": "The row in which the total is stated; `null` where none is stated for the column.",
         "type": "integer",
         "format": "int64",
         "nullable": true
        },
        "column": {"type":"string"},
        "statedPence": {
         "description": "Whole pence of either sign: a correction, a reimbursement, a difference.",
         "type": "integer",
         "format": "int64",
         "nullable": true
        },
        "summedPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"}
       },
       "required": ["agrees","row","column","statedPence","summedPence"]
      }
     },
     "inAll": {
      "type": "object",
      "properties": {
       "agrees": {"type":"boolean"},
       "statedPence": {
        "description": "Whole pence of either sign: a correction, a reimbursement, a difference.",
        "type": "integer",
        "format": "int64",
        "nullable": true
       },
       "summedPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"}
      },
      "required": ["agrees","statedPence","summedPence"]
     },
     "questions": {
      "type": "array",
      "items": {
       "anyOf": [
        {"$ref":"#/components/schemas/ScheduleQuestion"},
        {
         "type": "object",
         "properties": {
          "ruling": {"type":"string","enum":["bracketed-counts","printed-counts","set-aside"]},
          "answer": {"type":"string"},
          "answeredOn": {
           "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
           "type": "string",
           "format": "date"
          },
          "row": {"type":"integer","format":"int64"},
          "column": {"type":"string"},
          "asks": {"type":"string"}
         },
         "required": ["ruling","answer","answeredOn","row","column","asks"]
        }
       ]
      }
     },
     "sha256": {"type":"string"},
     "notes": {"type":"array","items":{"type":"string"}},
     "totalColumn": {"type":"string","nullable":true},
     "open": {"type":"integer","format":"int64"},
     "differences": {"type":"array","items":{"$ref":"#/components/schemas/ScheduleDifference"}},
     "standing": {"$ref":"#/components/schemas/ScheduleStanding"},
     "counts": {"type":"boolean"},
     "says": {"type":"string"},
     "payers": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {"column":{"type":"string"},"agencyId":{"description":"Names an agency.","type":"string","format":"uuid"},"agency":{"type":"string"}},
       "required": ["column","agencyId","agency"]
      }
     },
     "scheduleId": {"description":"Names a funding schedule.","type":"string","format":"uuid"},
     "title": {"type":"string"},
     "source": {"type":"string"},
     "on": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     },
     "period": {
      "type": "object",
      "properties": {
       "from": {
        "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
        "type": "string",
        "format": "date"
       },
       "to": {
        "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
        "type": "string",
        "format": "date"
       }
      },
      "required": ["from","to"]
     },
     "revision": {"type":"integer","format":"int64"}
    },
    "required": [
     "posts",
     "stated",
     "totals",
     "inAll",
     "questions",
     "sha256",
     "notes",
     "totalColumn",
     "open",
     "differences",
     "standing",
     "counts",
     "says",
     "payers",
     "scheduleId",
     "title",
     "source",
     "on",
     "period",
     "revision"
    ]
   }
  },
  "ScheduleController_read": {"schema":{"$ref":"#/components/schemas/ScheduleFound"}},
  "StatementController_document": {"schema":{"$ref":"#/components/schemas/WrittenDocument"},"alsoAs":["application/pdf","text/html"]},
  "StatementController_statement": {"schema":{"$ref":"#/components/schemas/StatementPage"},"alsoAs":["text/csv"]},
  "TermsController_constitute": {"schema":{"type":"object","properties":{"seats":{"type":"array","items":{"$ref":"#/components/schemas/Seat"}}}}},
  "TermsController_draft": {"schema":{"$ref":"#/components/schemas/TermsDraftEntry"}},
  "TermsController_panel": {"schema":{"$ref":"#/components/schemas/PanelInDetail"}},
  "TermsController_panels": {
   "schema": {"type":"object","properties":{"panels":{"type":"array","items":{"$ref":"#/components/schemas/PanelEntry"}}},"required":["panels"]}
  },
  "TermsController_revise": {"schema":{"type":"object","properties":{"seats":{"type":"array","items":{"$ref":"#/components/schemas/Seat"}}},"required":["seats"]}},
  "WhatIfController_ask": {"schema":{"$ref":"#/components/schemas/WhatIfReport"},"alsoAs":["text/csv"]},
  "WhoPaysController_ask": {"schema":{"$ref":"#/components/schemas/WhoPaysAnswer"}},
  "WhoPaysSeriesController_ask": {
   "schema": {
    "type": "object",
    "properties": {
     "agencies": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "agencyId": {"type":"string"},
        "agency": {"type":"string"},
        "series": {
         "type": "array",
         "items": {
          "type": "array",
          "items": {"anyOf":[{"type":"integer","format":"int64"},{"type":"string","format":"date"}]},
          "minItems": 2,
          "maxItems": 2
         }
        }
       },
       "required": ["agencyId","agency","series"]
      }
     },
     "cost": {
      "type": "array",
      "items": {"type":"array","items":{"anyOf":[{"type":"integer","format":"int64"},{"type":"string","format":"date"}]},"minItems":2,"maxItems":2}
     },
     "asAt": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     },
     "knownAt": {
      "description": "An instant as text, UTC, always `YYYY-MM-DDTHH:mm:ss.sssZ`, so that texts compare as times.",
      "type": "string",
      "format": "date-time"
     },
     "upTo": {
      "description": "Only what stands in the record up to this position; for comparing two readers of it.",
      "type": "integer",
      "format": "int64"
     },
     "step": {"type":"string","enum":["month","week"]},
     "to": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     },
     "from": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     },
     "childId": {"description":"Names a child.","type":"string","format":"uuid"}
    },
    "required": ["agencies","cost","step","to","from","childId"]
   }
  },
  "WorklistController_conditions": {
   "schema": {
    "type": "object",
    "properties": {
     "entries": {"type":"array","items":{"$ref":"#/components/schemas/ConditionDue"}},
     "next": {"type":"string"},
     "asAt": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     },
     "dueBy": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     }
    },
    "required": ["entries","asAt","dueBy"]
   }
  },
  "WorklistController_ratifications": {
   "schema": {
    "type": "object",
    "properties": {
     "entries": {"type":"array","items":{"$ref":"#/components/schemas/RatificationDue"}},
     "next": {"type":"string"},
     "asAt": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     }
    },
    "required": ["entries","asAt"]
   }
  },
  "WorklistController_returns": {
   "schema": {
    "type": "object",
    "properties": {
     "entries": {"type":"array","items":{"$ref":"#/components/schemas/ReturnDue"}},
     "next": {"type":"string"},
     "asAt": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     },
     "by": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     },
     "knownAt": {"type":"string"}
    },
    "required": ["entries","asAt","by"]
   }
  },
  "WorklistController_undelivered": {
   "schema": {
    "type": "object",
    "properties": {
     "entries": {"type":"array","items":{"$ref":"#/components/schemas/LineUndelivered"}},
     "next": {"type":"string"},
     "panels": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {"panelId":{"type":"string"},"panel":{"type":"string"},"lines":{"type":"integer","format":"int64"}},
       "required": ["panelId","panel","lines"]
      }
     },
     "asAt": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     }
    },
    "required": ["entries","panels","asAt"]
   }
  },
  "WorklistController_urgent": {
   "schema": {
    "type": "object",
    "properties": {
     "entries": {"type":"array","items":{"$ref":"#/components/schemas/UrgentDue"}},
     "next": {"type":"string"},
     "asAt": {
      "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
      "type": "string",
      "format": "date"
     }
    },
    "required": ["entries","asAt"]
   }
  }
 },
 "schemas": {
  "AgencyEntry": {
   "type": "object",
   "properties": {
    "agencyId": {"description":"Names an agency.","type":"string","format":"uuid"},
    "name": {"type":"string"},
    "kind": {"type":"string"},
    "code": {"type":"string"},
    "validFrom": {
     "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
     "type": "string",
     "format": "date"
    },
    "validTo": {
     "description": "First day on which it no longer exists, with the instrument or the reason; absent while it goes on.",
     "type": "string",
     "format": "date"
    },
    "endedBecause": {"type":"string"},
    "successors": {
     "description": "To whom its functions passed; nobody where it was closed.",
     "type": "array",
     "items": {
      "type": "object",
      "properties": {"agencyId":{"description":"Names an agency.","type":"string","format":"uuid"},"functions":{"type":"string"}},
      "required": ["agencyId","functions"]
     }
    }
   },
   "required": ["agencyId","name","kind","validFrom"]
  },
  "AgencyFiguresAnswer": {
   "description": "The answer, as it is given as JSON and as CSV.",
   "type": "object",
   "properties": {
    "months": {
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "approvedPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
       "committedPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
       "boundPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
       "heldPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
       "invoicedPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
       "invoicedTaxPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
       "rechargedPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
       "counterRechargedPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
       "paid": {
        "type": "object",
        "properties": {
         "ofInvoicesPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
         "directlyPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
         "ofStatementsPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"}
        },
        "required": ["ofInvoicesPence","directlyPence","ofStatementsPence"]
       },
       "settledPence": {"description":"Of the invoices to it, whoever has its functions and paid.","type":"integer","format":"int64"},
       "left": {"$ref":"#/components/schemas/WhatIsLeft"},
       "month": {"type":"string"}
      },
      "required": [
       "approvedPence",
       "committedPence",
       "boundPence",
       "heldPence",
       "invoicedPence",
       "invoicedTaxPence",
       "rechargedPence",
       "counterRechargedPence",
       "paid",
       "settledPence",
       "left",
       "month"
      ]
     }
    },
    "categories": {
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "approvedPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
       "committedPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
       "boundPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
       "heldPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
       "invoicedPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
       "invoicedTaxPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
       "rechargedPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
       "counterRechargedPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
       "paid": {
        "type": "object",
        "properties": {
         "ofInvoicesPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
         "directlyPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
         "ofStatementsPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"}
        },
        "required": ["ofInvoicesPence","directlyPence","ofStatementsPence"]
       },
       "settledPence": {"description":"Of the invoices to it, whoever has its functions and paid.","type":"integer","format":"int64"},
       "left": {"$ref":"#/components/schemas/WhatIsLeft"},
       "category": {"type":"string","nullable":true}
      },
      "required": [
       "approvedPence",
       "committedPence",
       "boundPence",
       "heldPence",
       "invoicedPence",
       "invoicedTaxPence",
       "rechargedPence",
       "counterRechargedPence",
       "paid",
       "settledPence",
       "left",
       "category"
      ]
     }
    },
    "providers": {
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "approvedPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
       "committedPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
       "boundPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
       "heldPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
       "invoicedPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
       "invoicedTaxPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
       "rechargedPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
       "counterRechargedPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
       "paid": {
        "type": "object",
        "properties": {
         "ofInvoicesPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
         "directlyPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
         "ofStatementsPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"}
        },
        "required": ["ofInvoicesPence","directlyPence","ofStatementsPence"]
       },
       "settledPence": {"description":"Of the invoices to it, whoever has its functions and paid.","type":"integer","format":"int64"},
       "left": {"$ref":"#/components/schemas/WhatIsLeft"},
       "providerId": {"type":"string","nullable":true}
      },
      "required": [
       "approvedPence",
       "committedPence",
       "boundPence",
       "heldPence",
       "invoicedPence",
       "invoicedTaxPence",
       "rechargedPence",
       "counterRechargedPence",
       "paid",
       "settledPence",
       "left",
       "providerId"
      ]
     }
    },
    "approvedPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
    "committedPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
    "boundPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
    "heldPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
    "invoicedPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
    "invoicedTaxPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
    "rechargedPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
    "counterRechargedPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
    "paid": {
     "type": "object",
     "properties": {
      "ofInvoicesPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
      "directlyPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
      "ofStatementsPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"}
     },
     "required": ["ofInvoicesPence","directlyPence","ofStatementsPence"]
    },
    "settledPence": {"description":"Of the invoices to it, whoever has its functions and paid.","type":"integer","format":"int64"},
    "left": {"$ref":"#/components/schemas/WhatIsLeft"},
    "children": {"type":"integer","format":"int64"},
    "asAt": {
     "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
     "type": "string",
     "format": "date"
    },
    "knownAt": {
     "description": "An instant as text, UTC, always `YYYY-MM-DDTHH:mm:ss.sssZ`, so that texts compare as times.",
     "type": "string",
     "format": "date-time"
    },
    "to": {
     "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
     "type": "string",
     "format": "date"
    },
    "from": {
     "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
     "type": "string",
     "format": "date"
    },
    "agencyId": {"description":"Names an agency.","type":"string","format":"uuid"},
    "agency": {"type":"string"}
   },
   "required": [
    "months",
    "categories",
    "providers",
    "approvedPence",
    "committedPence",
    "boundPence",
    "heldPence",
    "invoicedPence",
    "invoicedTaxPence",
    "rechargedPence",
    "counterRechargedPence",
    "paid",
    "settledPence",
    "left",
    "children",
    "to",
    "from",
    "agencyId",
    "agency"
   ]
  },
  "AgencySuccession": {
   "type": "object",
   "properties": {
    "agency": {"$ref":"#/components/schemas/AgencyEntry"},
    "successors": {
     "description": "Empty where the agency goes on, or was closed itself.",
     "type": "array",
     "items": {"$ref":"#/components/schemas/SuccessorEntry"}
    }
   },
   "required": ["agency","successors"]
  },
  "AgendaItem": {
   "type": "object",
   "properties": {
    "place": {"type":"integer","format":"int64"},
    "startsAt": {"description":"Time of day in London, `HH:mm`.","type":"string","nullable":true},
    "sharesPlace": {"description":"Another matter has the same place: two were put there in the same moment, and one has to move.","type":"boolean"},
    "child": {"description":"The child's name; `null` where its key was destroyed, absent where it is withheld.","type":"string","nullable":true},
    "agency": {"type":"string"},
    "asks": {"type":"string","nullable":true},
    "outcomesWanted": {"type":"array","items":{"type":"string"},"nullable":true},
    "lines": {
     "type": "array",
     "items": {
      "anyOf": [
       {"$ref":"#/components/schemas/RequestedLine"},
       {
        "type": "object",
        "properties": {
         "outcomes": {"type":"array","items":{"type":"string"},"nullable":true},
         "provision": {"type":"string","nullable":true},
         "split": {"nullable":true,"allOf":[{"$ref":"#/components/schemas/Shares"}]},
         "replaces": {"nullable":true,"allOf":[{"$ref":"#/components/schemas/LineOfDecision"}]},
         "lineId": {"description":"Names a package line.","type":"string","format":"uuid"},
         "category": {
          "type": "string",
          "enum": ["accommodation","education","equipment","nursing","other","personal-care","short-breaks","therapy","transport"]
         },
         "needs": {
          "description": "Needs that the line serves, unsealed as those of the matter and the decision are; none where nobody said.",
          "type": "array",
          "items": {
           "type": "string",
           "enum": [
            "breathing",
            "challenging-behaviour",
            "cognition-and-learning",
            "communication",
            "communication-and-interaction",
            "continence",
            "eating-and-drinking",
            "medicines",
            "mobility",
            "psychological-and-emotional",
            "seizures",
            "sensory-and-physical",
            "skin-and-tissue",
            "social-emotional-and-mental-health"
           ]
          }
         },
         "budget": {
          "description": "`null`: a provision that an agency commissions as such.",
          "nullable": true,
          "allOf": [{"$ref":"#/components/schemas/PersonalBudget"}]
         },
         "period": {
          "type": "object",
          "properties": {
           "from": {
            "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
            "type": "string",
            "format": "date"
           },
           "to": {
            "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
            "type": "string",
            "format": "date",
            "nullable": true
           }
          },
          "required": ["from","to"]
         },
         "rates": {
          "description": "Effective-dated rates, in order; the first from the line's first day.",
          "type": "array",
          "items": {"$ref":"#/components/schemas/Rate"}
         }
        },
        "required": ["provision","split","replaces","lineId","category","needs","budget","period","rates"]
       }
      ]
     }
    },
    "views": {
     "description": "`null`: neither recorded nor said why not. A decision of substance is then refused.",
     "type": "object",
     "properties": {
      "child": {"nullable":true,"allOf":[{"$ref":"#/components/schemas/ViewsEntry"}]},
      "family": {"nullable":true,"allOf":[{"$ref":"#/components/schemas/ViewsEntry"}]}
     },
     "required": ["child","family"]
    },
    "papers": {"description":"The newest version of each paper.","type":"array","items":{"$ref":"#/components/schemas/PaperOfMatter"}},
    "interests": {"type":"array","items":{"$ref":"#/components/schemas/InterestEntry"}},
    "decision": {"description":"What this meeting made of it.","nullable":true,"allOf":[{"$ref":"#/components/schemas/DecisionEntry"}]},
    "otherDecisions": {
     "description": "What other meetings made of it, and officers between meetings.",
     "type": "array",
     "items": {"$ref":"#/components/schemas/DecisionEntry"}
    },
    "agencyId": {"description":"The agency that asks.","type":"string","format":"uuid"},
    "kind": {"type":"string","enum":["eligibility","new-package","other","placement","review","variation"]},
    "matterId": {"description":"Names a matter.","type":"string","format":"uuid"},
    "childId": {"description":"Names a child.","type":"string","format":"uuid"},
    "needs": {
     "type": "array",
     "items": {
      "type": "string",
      "enum": [
       "breathing",
       "challenging-behaviour",
       "cognition-and-learning",
       "communication",
       "communication-and-interaction",
       "continence",
       "eating-and-drinking",
       "medicines",
       "mobility",
       "psychological-and-emotional",
       "seizures",
       "sensory-and-physical",
       "skin-and-tissue",
       "social-emotional-and-mental-health"
      ]
     }
    }
   },
   "required": [
    "place",
    "startsAt",
    "sharesPlace",
    "agency",
    "lines",
    "views",
    "papers",
    "interests",
    "decision",
    "otherDecisions",
    "agencyId",
    "kind",
    "matterId",
    "childId",
    "needs"
   ]
  },
  "AgreementDue": {
   "description": "Something that somebody has to look at before its last day is over.",
   "type": "object",
   "properties": {
    "due": {"type":"string","enum":["clause-review","end","review"]},
    "agreementId": {"type":"string"},
    "agreement": {"type":"string"},
    "lastDay": {"description":"Last day: for the review, of the agreement, or of the clause's window.","type":"string","format":"date"},
    "reason": {"type":"string","enum":["agreement-of-all","not-reviewed","notice","term"]},
    "clauseId": {"type":"string"},
    "childId": {"type":"string"}
   },
   "required": ["due","agreementId","agreement","lastDay"]
  },
  "AgreementEntry": {
   "description": "An agreement as it stands on a day. The terms are those of the text that rules then, or of the newest.",
   "type": "object",
   "properties": {
    "agreementId": {"type":"string"},
    "title": {"type":"string"},
    "kind": {
     "type": "string",
     "enum": ["local-memorandum","section-256","section-75-aligned","section-75-lead-commissioning","section-75-pooled","section-76"]
    },
    "parties": {"type":"array","items":{"type":"string"}},
    "status": {"description":"On the day asked about.","allOf":[{"$ref":"#/components/schemas/AgreementStanding"}]},
    "version": {"description":"Of the terms shown; 0 for a draft.","type":"integer","format":"int64"},
    "signatures": {
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "agencyId": {"type":"string"},
       "post": {"type":"string"},
       "on": {
        "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
        "type": "string",
        "format": "date"
       }
      },
      "required": ["agencyId","post","on"]
     }
    },
    "inForceFrom": {"description":"Day from which its first text rules.","type":"string","format":"date"},
    "notices": {"description":"Notices that stand: given, and not withdrawn in time.","type":"array","items":{"$ref":"#/components/schemas/Notice"}},
    "reviews": {
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "on": {
        "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
        "type": "string",
        "format": "date"
       },
       "nextReviewBy": {
        "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
        "type": "string",
        "format": "date",
        "nullable": true
       }
      },
      "required": ["on","nextReviewBy"]
     }
    },
    "ending": {"description":"First day on which it rules nothing, and why, as far as is known.","allOf":[{"$ref":"#/components/schemas/Ending"}]},
    "versions": {"description":"Every version, in order.","type":"array","items":{"$ref":"#/components/schemas/VersionEntry"}},
    "revision": {"description":"For `If-Match`.","type":"integer","format":"int64"},
    "aims": {"type":"string","nullable":true},
    "functions": {"type":"string","nullable":true},
    "clientGroup": {"type":"string","nullable":true},
    "clauses": {"type":"array","items":{"$ref":"#/components/schemas/Clause"}},
    "precedences": {"type":"array","items":{"$ref":"#/components/schemas/Precedence"}},
    "period": {"$ref":"#/components/schemas/Period"},
    "noticeMonths": {"type":"integer","format":"int64","nullable":true},
    "reviewBy": {
     "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
     "type": "string",
     "format": "date",
     "nullable": true
    }
   },
   "required": [
    "agreementId",
    "title",
    "kind",
    "parties",
    "status",
    "version",
    "signatures",
    "notices",
    "reviews",
    "versions",
    "revision",
    "aims",
    "functions",
    "clientGroup",
    "clauses",
    "precedences",
    "period",
    "noticeMonths",
    "reviewBy"
   ]
  },
  "AgreementStanding": {
   "description": "Where an agreement stands on a day. `recorded`: not every party has signed its first text, or that was not known; `signed`: all have, and it rules nothing yet, or never, where the last signature came after its days were over; `withdrawn`: its first text was, before all had signed; `ended`: it rules nothing any more.",
   "type": "string",
   "enum": ["drafted","ended","in-force","recorded","signed","withdrawn"]
  },
  "AskedOf": {
   "description": "What was asked of the panel, and whose views it had.",
   "type": "object",
   "properties": {
    "matterId": {"type":"string"},
    "kind": {"type":"string"},
    "agencyId": {"type":"string"},
    "agency": {"type":"string"},
    "needs": {"type":"array","items":{"type":"string"}},
    "raisedOn": {"type":"string"},
    "asks": {"type":"string","nullable":true},
    "outcomesWanted": {"type":"array","items":{"type":"string"},"nullable":true},
    "lines": {"type":"array","items":{"$ref":"#/components/schemas/RequestedLine"}},
    "provisions": {"type":"array","items":{"$ref":"#/components/schemas/ProvisionInWords"},"nullable":true},
    "views": {
     "description": "In the order of the record; of each holder the last one counts.",
     "type": "array",
     "items": {"$ref":"#/components/schemas/ViewsEntry"}
    }
   },
   "required": ["matterId","kind","agencyId","agency","needs","raisedOn","lines","views"]
  },
  "Block": {
   "description": "A part of a document, read from top to bottom.",
   "anyOf": [
    {"$ref":"#/components/schemas/Heading"},
    {"$ref":"#/components/schemas/List"},
    {"$ref":"#/components/schemas/PageBreak"},
    {"$ref":"#/components/schemas/Pairs"},
    {"$ref":"#/components/schemas/Paragraph"},
    {"$ref":"#/components/schemas/Signature"},
    {"$ref":"#/components/schemas/Table"}
   ]
  },
  "BreachEntry": {
   "description": "A breach that somebody put on record.",
   "type": "object",
   "properties": {
    "breachId": {"type":"string"},
    "about": {
     "description": "Whether it names the decision, its matter as a whole, or the whole meeting.",
     "type": "string",
     "enum": ["decision","matter","meeting"]
    },
    "on": {"type":"string"},
    "recordedAt": {"type":"string"},
    "rule": {"description":"Code of the rule that was broken.","type":"string"},
    "account": {"description":"Personal words: `null` where their key was destroyed, absent where they are withheld.","type":"string","nullable":true},
    "saidBy": {"description":"Personal words: `null` where their key was destroyed, absent where they are withheld.","type":"string","nullable":true}
   },
   "required": ["breachId","about","on","recordedAt","rule"]
  },
  "BreachOnRecord": {
   "description": "A breach as it was put on record, with what it names.",
   "type": "object",
   "properties": {
    "breachId": {"type":"string"},
    "panelId": {"type":"string"},
    "panel": {"type":"string"},
    "meetingId": {"type":"string","nullable":true},
    "matterId": {"type":"string","nullable":true},
    "decisionId": {"type":"string","nullable":true},
    "childId": {"type":"string","nullable":true},
    "on": {"type":"string"},
    "recordedAt": {"type":"string"},
    "rule": {"description":"Code of the rule that was broken.","type":"string"},
    "ruleInWords": {"description":"The same as a sentence.","type":"string"},
    "account": {"description":"What happened; `null` where its key was destroyed, absent where it is withheld.","type":"string","nullable":true},
    "saidBy": {"description":"Personal words: `null` where their key was destroyed, absent where they are withheld.","type":"string","nullable":true}
   },
   "required": ["breachId","panelId","panel","meetingId","matterId","decisionId","childId","on","recordedAt","rule","ruleInWords"]
  },
  "ChildFiguresAnswer": {
   "description": "The answer, as it is given as JSON and as CSV.",
   "type": "object",
   "properties": {
    "lines": {
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "category": {"type":"string","nullable":true},
       "agencies": {
        "type": "array",
        "items": {
         "type": "object",
         "properties": {
          "events": {
           "type": "object",
           "properties": {
            "approved": {"type":"array","items":{"$ref":"#/components/schemas/FactOrigin"}},
            "held": {"type":"array","items":{"$ref":"#/components/schemas/FactOrigin"}},
            "committed": {"type":"array","items":{"$ref":"#/components/schemas/FactOrigin"}},
            "bound": {"type":"array","items":{"$ref":"#/components/schemas/FactOrigin"}},
            "invoiced": {"type":"array","items":{"$ref":"#/components/schemas/FactOrigin"}},
            "invoiced-tax": {"type":"array","items":{"$ref":"#/components/schemas/FactOrigin"}},
            "recharged": {"type":"array","items":{"$ref":"#/components/schemas/FactOrigin"}},
            "counter-recharged": {"type":"array","items":{"$ref":"#/components/schemas/FactOrigin"}},
            "paid-of-invoices": {"type":"array","items":{"$ref":"#/components/schemas/FactOrigin"}},
            "paid-directly": {"type":"array","items":{"$ref":"#/components/schemas/FactOrigin"}},
            "paid-of-statements": {"type":"array","items":{"$ref":"#/components/schemas/FactOrigin"}},
            "settled": {"type":"array","items":{"$ref":"#/components/schemas/FactOrigin"}}
           }
          },
          "approvedPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
          "committedPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
          "boundPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
          "heldPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
          "invoicedPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
          "invoicedTaxPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
          "rechargedPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
          "counterRechargedPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
          "paid": {
           "type": "object",
           "properties": {
            "ofInvoicesPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
            "directlyPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
            "ofStatementsPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"}
           },
           "required": ["ofInvoicesPence","directlyPence","ofStatementsPence"]
          },
          "settledPence": {"description":"Of the invoices to it, whoever has its functions and paid.","type":"integer","format":"int64"},
          "left": {"$ref":"#/components/schemas/WhatIsLeft"},
          "agencyId": {"type":"string"},
          "agency": {"type":"string"}
         },
         "required": [
          "events",
          "approvedPence",
          "committedPence",
          "boundPence",
          "heldPence",
          "invoicedPence",
          "invoicedTaxPence",
          "rechargedPence",
          "counterRechargedPence",
          "paid",
          "settledPence",
          "left",
          "agencyId",
          "agency"
         ]
        }
       },
       "decisionId": {"type":"string","nullable":true},
       "lineId": {"type":"string","nullable":true}
      },
      "required": ["category","agencies","decisionId","lineId"]
     }
    },
    "agencies": {
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "approvedPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
       "committedPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
       "boundPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
       "heldPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
       "invoicedPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
       "invoicedTaxPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
       "rechargedPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
       "counterRechargedPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
       "paid": {
        "type": "object",
        "properties": {
         "ofInvoicesPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
         "directlyPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
         "ofStatementsPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"}
        },
        "required": ["ofInvoicesPence","directlyPence","ofStatementsPence"]
       },
       "settledPence": {"description":"Of the invoices to it, whoever has its functions and paid.","type":"integer","format":"int64"},
       "left": {"$ref":"#/components/schemas/WhatIsLeft"},
       "agencyId": {"type":"string"},
       "agency": {"type":"string"}
      },
      "required": [
       "approvedPence",
       "committedPence",
       "boundPence",
       "heldPence",
       "invoicedPence",
       "invoicedTaxPence",
       "rechargedPence",
       "counterRechargedPence",
       "paid",
       "settledPence",
       "left",
       "agencyId",
       "agency"
      ]
     }
    },
    "asAt": {
     "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
     "type": "string",
     "format": "date"
    },
    "knownAt": {
     "description": "An instant as text, UTC, always `YYYY-MM-DDTHH:mm:ss.sssZ`, so that texts compare as times.",
     "type": "string",
     "format": "date-time"
    },
    "to": {
     "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
     "type": "string",
     "format": "date"
    },
    "from": {
     "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
     "type": "string",
     "format": "date"
    },
    "childId": {"description":"Names a child.","type":"string","format":"uuid"}
   },
   "required": ["lines","agencies","to","from","childId"]
  },
  "Clause": {
   "description": "A clause of a standing agreement: which split rules which lines, for how long after what.",
   "type": "object",
   "properties": {
    "clauseId": {"description":"Names a clause.","type":"string","format":"uuid"},
    "trigger": {
     "description": "What sets the clause going, and the criterion that the child must meet on that day; `null`: any child. A higher need level than the one required meets it too.",
     "type": "object",
     "properties": {
      "event": {"type":"string","enum":["always","discharge","placement","surgery"]},
      "criterion": {"type":"string","enum":["complex-healthcare","need-level-high","need-level-priority","need-level-severe",null],"nullable":true}
     },
     "required": ["event","criterion"]
    },
    "categories": {
     "description": "Categories of package line that the clause rules.",
     "type": "array",
     "items": {
      "type": "string",
      "enum": ["accommodation","education","equipment","nursing","other","personal-care","short-breaks","therapy","transport"]
     }
    },
    "split": {"$ref":"#/components/schemas/Shares"},
    "duration": {
     "anyOf": [
      {
       "type": "object",
       "properties": {"unit":{"type":"string","enum":["days","weeks"]},"count":{"type":"integer","format":"int64"}},
       "required": ["unit","count"]
      },
      {"type":"object","properties":{"unit":{"type":"string","enum":["until-the-agreement-ends"]}},"required":["unit"]}
     ]
    },
    "dayOne": {
     "description": "Whether day 1 is the day of the event or the day after; agreements differ. `null` where there is no event.",
     "type": "string",
     "enum": ["day-after-event","day-of-event",null],
     "nullable": true
    },
    "cost": {
     "description": "No cap, or the weekly rate of a line above which the clause does not rule it.",
     "anyOf": [
      {
       "type": "object",
       "properties": {
        "upToWeeklyPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0}
       },
       "required": ["upToWeeklyPence"]
      },
      {"type":"string","enum":["regardless-of-cost"]}
     ]
    },
    "atEnd": {
     "description": "What follows at its end: the panel's decision rules again, and perhaps somebody must look at it before.",
     "type": "string",
     "enum": ["falls-back","must-be-reviewed"]
    }
   },
   "required": ["clauseId","trigger","categories","split","duration","dayOne","cost","atEnd"]
  },
  "ClosedPeriod": {
   "description": "A period whose end is known, so that its days can be counted and costed.",
   "type": "object",
   "properties": {
    "to": {
     "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
     "type": "string",
     "format": "date"
    },
    "from": {
     "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
     "type": "string",
     "format": "date"
    }
   },
   "required": ["to","from"]
  },
  "Column": {
   "type": "object",
   "properties": {
    "head": {"type":"string"},
    "align": {"description":"`end` puts the figures of a column of money under each other.","type":"string","enum":["end","start"]}
   },
   "required": ["head"]
  },
  "ConditionDue": {
   "type": "object",
   "properties": {
    "conditionId": {"type":"string"},
    "post": {"description":"The post of the owner.","type":"string"},
    "dueOn": {"type":"string"},
    "daysOverdue": {"description":"0 on the day on which it is due, and before.","type":"integer","format":"int64"},
    "decisionId": {"type":"string"},
    "childId": {"type":"string"},
    "panelId": {"type":"string"},
    "panel": {"type":"string"},
    "agencyId": {"type":"string"},
    "agency": {"type":"string"}
   },
   "required": ["conditionId","post","dueOn","daysOverdue","decisionId","childId","panelId","panel","agencyId","agency"]
  },
  "ConditionState": {
   "type": "object",
   "properties": {
    "conditionId": {"type":"string"},
    "is": {"type":"string","enum":["met","open","waived"]},
    "dueOn": {"type":"string"},
    "settledOn": {"type":"string"},
    "because": {"description":"What shows that it was met, or why it was waived.","type":"string","nullable":true}
   },
   "required": ["conditionId","is","dueOn"]
  },
  "CorrectionEntry": {
   "type": "object",
   "properties": {
    "correctionId": {"type":"string"},
    "is": {"type":"string","enum":["approved","refused","requested"]},
    "corrects": {"description":"What reads wrong: the decision as first recorded, or an earlier correction.","type":"string"},
    "requestedBy": {"type":"string"},
    "agencyId": {"type":"string"},
    "agency": {"type":"string"},
    "on": {"type":"string"},
    "recordedAt": {"type":"string"},
    "because": {"description":"Personal words: `null` where their key was destroyed, absent where they are withheld.","type":"string","nullable":true},
    "asks": {"description":"How it should read; what is absent stays as it is.","type":"object","additionalProperties":{}},
    "settled": {
     "type": "object",
     "properties": {
      "on": {"type":"string"},
      "recordedAt": {"type":"string"},
      "agency": {"type":"string"},
      "approvedBy": {"type":"string"},
      "because": {
       "description": "Personal words: `null` where their key was destroyed, absent where they are withheld.",
       "type": "string",
       "nullable": true
      }
     },
     "required": ["on","recordedAt","agency"]
    }
   },
   "required": ["correctionId","is","corrects","requestedBy","agencyId","agency","on","recordedAt","asks"]
  },
  "CostBand": {
   "type": "object",
   "properties": {
    "fromPence": {"type":"integer","format":"int64"},
    "toPence": {"description":"First figure no longer in the band; `null` for the highest.","type":"integer","format":"int64","nullable":true}
   },
   "required": ["fromPence","toPence"]
  },
  "DailyRate": {
   "description": "What each day costs.",
   "type": "object",
   "properties": {
    "from": {
     "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
     "type": "string",
     "format": "date"
    },
    "dailyPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0}
   },
   "required": ["from","dailyPence"]
  },
  "DecisionEntry": {
   "description": "What a panel made of a matter, by name: the decision itself is read in its history.",
   "type": "object",
   "properties": {
    "decisionId": {"type":"string"},
    "meetingId": {"description":"`null` for an urgent decision between meetings.","type":"string","nullable":true},
    "outcome": {
     "type": "string",
     "enum": ["approved","approved-with-conditions","contribution-declined","declined","deferred","part-approved","referred","withdrawn"]
    },
    "on": {"type":"string"},
    "returnsOn": {"description":"Of a deferral: the day on which it was to be back, where one was set.","type":"string"},
    "missing": {"description":"Of a deferral: what was missing.","type":"string","nullable":true}
   },
   "required": ["decisionId","meetingId","outcome","on"]
  },
  "DecisionListed": {
   "type": "object",
   "properties": {
    "decisionId": {"type":"string"},
    "childId": {"type":"string"},
    "panelId": {"type":"string"},
    "panel": {"type":"string"},
    "matterId": {"type":"string","nullable":true},
    "meetingId": {"type":"string","nullable":true},
    "on": {"type":"string"},
    "recordedAt": {"type":"string"},
    "outcome": {"type":"string"},
    "standing": {"$ref":"#/components/schemas/Standing"},
    "withoutPrejudice": {"type":"boolean"},
    "needs": {"type":"array","items":{"type":"string"}},
    "agencies": {
     "description": "Each agency that sat, took a position, pays, declined to contribute or ratified.",
     "type": "array",
     "items": {
      "type": "object",
      "properties": {"agencyId":{"type":"string"},"agency":{"type":"string"},"parts":{"type":"array","items":{"type":"string"}}},
      "required": ["agencyId","agency","parts"]
     }
    }
   },
   "required": [
    "decisionId",
    "childId",
    "panelId",
    "panel",
    "matterId",
    "meetingId",
    "on",
    "recordedAt",
    "outcome",
    "standing",
    "withoutPrejudice",
    "needs",
    "agencies"
   ]
  },
  "DecisionReading": {
   "description": "A decision's own words and figures, as they read at some time.",
   "type": "object",
   "properties": {
    "decided": {"description":"The three parts of the reasons: what was decided, why, on what evidence.","type":"string","nullable":true},
    "reasons": {"description":"Personal words: `null` where their key was destroyed, absent where they are withheld.","type":"string","nullable":true},
    "evidence": {"description":"Personal words: `null` where their key was destroyed, absent where they are withheld.","type":"string","nullable":true},
    "principle": {"description":"Personal words: `null` where their key was destroyed, absent where they are withheld.","type":"string","nullable":true},
    "notApproved": {"description":"Personal words: `null` where their key was destroyed, absent where they are withheld.","type":"string","nullable":true},
    "missing": {"description":"Personal words: `null` where their key was destroyed, absent where they are withheld.","type":"string","nullable":true},
    "urgency": {"description":"Personal words: `null` where their key was destroyed, absent where they are withheld.","type":"string","nullable":true},
    "withoutPrejudice": {"type":"boolean"},
    "positions": {
     "type": "array",
     "items": {
      "type": "object",
      "properties": {"agencyId":{"type":"string"},"agency":{"type":"string"},"position":{"type":"string"}},
      "required": ["agencyId","agency","position"]
     }
    },
    "lines": {
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "split": {"$ref":"#/components/schemas/Shares"},
       "replaces": {
        "description": "The line of an earlier decision in whose place it steps from its first day; `null` for a new line.",
        "nullable": true,
        "allOf": [{"$ref":"#/components/schemas/LineOfDecision"}]
       },
       "lineId": {"description":"Names a package line.","type":"string","format":"uuid"},
       "category": {
        "type": "string",
        "enum": ["accommodation","education","equipment","nursing","other","personal-care","short-breaks","therapy","transport"]
       },
       "needs": {
        "description": "Needs that the line serves, unsealed as those of the matter and the decision are; none where nobody said.",
        "type": "array",
        "items": {
         "type": "string",
         "enum": [
          "breathing",
          "challenging-behaviour",
          "cognition-and-learning",
          "communication",
          "communication-and-interaction",
          "continence",
          "eating-and-drinking",
          "medicines",
          "mobility",
          "psychological-and-emotional",
          "seizures",
          "sensory-and-physical",
          "skin-and-tissue",
          "social-emotional-and-mental-health"
         ]
        }
       },
       "budget": {
        "description": "`null`: a provision that an agency commissions as such.",
        "nullable": true,
        "allOf": [{"$ref":"#/components/schemas/PersonalBudget"}]
       },
       "period": {
        "type": "object",
        "properties": {
         "from": {
          "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
          "type": "string",
          "format": "date"
         },
         "to": {
          "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
          "type": "string",
          "format": "date",
          "nullable": true
         }
        },
        "required": ["from","to"]
       },
       "rates": {
        "description": "Effective-dated rates, in order; the first from the line's first day.",
        "type": "array",
        "items": {"$ref":"#/components/schemas/Rate"}
       },
       "words": {
        "description": "Personal words: `null` where their key was destroyed, absent where they are withheld.",
        "type": "string",
        "nullable": true
       },
       "outcomes": {"type":"array","items":{"type":"string"},"nullable":true},
       "sharesInWords": {"type":"string"}
      },
      "required": ["split","replaces","lineId","category","needs","budget","period","rates","sharesInWords"]
     }
    },
    "conditions": {
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "conditionId": {"type":"string"},
       "owner": {
        "type": "object",
        "properties": {"agencyId":{"type":"string"},"agency":{"type":"string"},"post":{"type":"string"}},
        "required": ["agencyId","agency","post"]
       },
       "dueOn": {"type":"string"},
       "words": {
        "description": "Personal words: `null` where their key was destroyed, absent where they are withheld.",
        "type": "string",
        "nullable": true
       }
      },
      "required": ["conditionId","owner","dueOn"]
     }
    }
   },
   "required": ["withoutPrejudice","positions","lines","conditions"]
  },
  "DeclinedEntry": {
   "type": "object",
   "properties": {
    "reasons": {"description":"Personal words: `null` where their key was destroyed, absent where they are withheld.","type":"string","nullable":true},
    "agencyId": {"type":"string"},
    "agency": {"type":"string"},
    "seatId": {"type":"string"},
    "practitionerId": {"type":"string"},
    "meetingId": {"type":"string"},
    "at": {"type":"string"}
   },
   "required": ["agencyId","agency","seatId","practitionerId","meetingId","at"]
  },
  "DelegationEntry": {
   "type": "object",
   "properties": {
    "delegationId": {"type":"string"},
    "to": {
     "description": "A person or a post: one of the two.",
     "type": "object",
     "properties": {"practitionerId":{"type":"string"},"post":{"type":"string"}}
    },
    "limits": {"description":"Amounts in pence.","type":"array","items":{"$ref":"#/components/schemas/DelegationLimit"}},
    "from": {"type":"string"},
    "until": {
     "description": "First day on which it no longer holds, as granted or as revoked; `null` while it has no end.",
     "type": "string",
     "nullable": true
    },
    "reference": {"description":"Where it stands in the agency's scheme.","type":"string"},
    "revoked": {"type":"object","properties":{"on":{"type":"string"},"because":{"type":"string"}},"required":["on","because"]}
   },
   "required": ["delegationId","to","limits","from","until","reference"]
  },
  "DelegationLimit": {
   "type": "object",
   "properties": {
    "per": {"type":"string","enum":["case","decision","week"]},
    "amountPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
    "measuredOn": {"type":"string","enum":["gross","own-share"]},
    "categories": {
     "description": "The categories of line that it covers; what no limit covers is not delegated.",
     "type": "array",
     "items": {
      "type": "string",
      "enum": ["accommodation","education","equipment","nursing","other","personal-care","short-breaks","therapy","transport"]
     }
    }
   },
   "required": ["per","amountPence","measuredOn","categories"]
  },
  "DeliveryEntry": {
   "description": "Whether what was decided on a line happens.",
   "type": "object",
   "properties": {
    "lineId": {"type":"string"},
    "from": {"description":"First day on which the line has effect, if the decision has any.","type":"string"},
    "is": {
     "description": "What was last reported; else `not-started` once its first day has passed in effect, `not-due` before, and `without-effect` where the decision has none.",
     "type": "string",
     "enum": ["delayed","ended","not-available","not-due","not-started","started","without-effect"]
    },
    "reports": {"type":"array","items":{"$ref":"#/components/schemas/DeliveryReport"}}
   },
   "required": ["lineId","from","is","reports"]
  },
  "DeliveryReport": {
   "description": "What was reported of a line.",
   "type": "object",
   "properties": {
    "is": {"type":"string","enum":["delayed","ended","not-available","started"]},
    "on": {"type":"string"},
    "recordedAt": {"type":"string"},
    "provider": {"type":"string"},
    "barrier": {"type":"string"},
    "expectedOn": {"description":"`null` where nobody could say.","type":"string","nullable":true},
    "because": {"description":"Personal words: `null` where their key was destroyed, absent where they are withheld.","type":"string","nullable":true}
   },
   "required": ["is","on","recordedAt"]
  },
  "DemonstrationPerson": {
   "description": "A fictional person of the demonstration area.",
   "type": "object",
   "properties": {
    "person": {"description":"By which a token is asked for, and the token's subject: `health-commissioner`.","type":"string"},
    "description": {"description":"The post that the person holds.","type":"string"},
    "agency": {"description":"The agency for which the person acts.","type":"string","format":"uuid"},
    "role": {
     "type": "string",
     "enum": [
      "auditor",
      "commissioner",
      "finance-officer",
      "inspector",
      "key-worker",
      "panel-administrator",
      "panel-chair",
      "panel-member",
      "ratifying-officer"
     ]
    }
   },
   "required": ["person","description","agency","role"]
  },
  "DissentEntry": {
   "description": "Somebody who stood against what was decided, and why.",
   "type": "object",
   "properties": {
    "agencyId": {"type":"string"},
    "agency": {"type":"string"},
    "by": {"type":"string","enum":["position","vote"]},
    "seatId": {"type":"string"},
    "practitionerId": {"type":"string"},
    "reasons": {"description":"Personal words: `null` where their key was destroyed, absent where they are withheld.","type":"string","nullable":true}
   },
   "required": ["agencyId","agency","by"]
  },
  "Dossier": {
   "description": "Everything that a panel knew at the minute of a decision.",
   "type": "object",
   "properties": {
    "decisionId": {"type":"string"},
    "childId": {"type":"string"},
    "panelId": {"type":"string"},
    "panel": {"type":"string"},
    "on": {"type":"string"},
    "at": {
     "description": "The minute of deciding; `null` in decisions recorded before it was kept: then the moment of recording counts.",
     "type": "string",
     "nullable": true
    },
    "recordedAt": {"description":"What was on record before this moment counts as known.","type":"string"},
    "matter": {
     "description": "What was asked; `null` in decisions recorded before matters were.",
     "nullable": true,
     "allOf": [{"$ref":"#/components/schemas/AskedOf"}]
    },
    "papers": {"type":"array","items":{"$ref":"#/components/schemas/PaperBefore"}},
    "papersRecordedLater": {
     "description": "Circulated by that minute, as was put on record only afterwards.",
     "type": "array",
     "items": {"$ref":"#/components/schemas/PaperEntry"}
    },
    "terms": {
     "type": "object",
     "properties": {
      "version": {"type":"integer","format":"int64"},
      "from": {"type":"string"},
      "termsOfReference": {"$ref":"#/components/schemas/TermsOfReference"}
     },
     "required": ["version","from","termsOfReference"],
     "nullable": true
    },
    "officers": {"description":"The officers who decided urgently.","type":"array","items":{"$ref":"#/components/schemas/Ratifier"}},
    "room": {"nullable":true,"allOf":[{"$ref":"#/components/schemas/RoomEntry"}]},
    "roomOnRecord": {
     "description": "The room against the meeting's record as it is known now.",
     "nullable": true,
     "allOf": [{"$ref":"#/components/schemas/RoomCheck"}]
    },
    "linesInForce": {"description":"The child's lines in force then.","type":"array","items":{"$ref":"#/components/schemas/LineBefore"}},
    "restsOn": {
     "description": "Each stream that was read for the decision, up to its revision.",
     "type": "array",
     "items": {
      "type": "object",
      "properties": {"stream":{"type":"string"},"revision":{"type":"integer","format":"int64"}},
      "required": ["stream","revision"]
     }
    }
   },
   "required": [
    "decisionId",
    "childId",
    "panelId",
    "panel",
    "on",
    "at",
    "recordedAt",
    "matter",
    "papers",
    "papersRecordedLater",
    "terms",
    "officers",
    "room",
    "roomOnRecord",
    "linesInForce",
    "restsOn"
   ]
  },
  "EmploymentEntry": {
   "type": "object",
   "properties": {
    "employmentId": {"type":"string"},
    "agencyId": {"type":"string"},
    "post": {"type":"string"},
    "roles": {
     "type": "array",
     "items": {
      "type": "string",
      "enum": [
       "clinician",
       "commissioner",
       "educational-psychologist",
       "health-assessor",
       "key-worker",
       "lead-professional",
       "other",
       "panel-administrator",
       "panel-member",
       "parent-representative",
       "social-worker",
       "teacher"
      ]
     }
    },
    "from": {"type":"string"},
    "to": {"description":"First day no longer in the post; absent while it goes on.","type":"string"}
   },
   "required": ["employmentId","agencyId","post","roles","from"]
  },
  "Ending": {
   "description": "The first day on which an agreement rules nothing, and why.",
   "type": "object",
   "properties": {
    "from": {
     "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
     "type": "string",
     "format": "date"
    },
    "reason": {"type":"string","enum":["agreement-of-all","not-reviewed","notice","term"]}
   },
   "required": ["from","reason"]
  },
  "EventApart": {
   "description": "The first event at which the read model is not what the record says.",
   "type": "object",
   "properties": {
    "kind": {
     "description": "`missing`: the read model lacks it. `additional`: the record has no such event. `altered`: it reads otherwise.",
     "type": "string",
     "enum": ["additional","altered","missing"]
    },
    "eventId": {"type":"string"},
    "type": {"type":"string"},
    "stream": {"type":"string"},
    "revision": {"type":"integer","format":"int64"},
    "position": {"type":"integer","format":"int64"},
    "recordedAt": {"type":"string"},
    "childId": {"description":"The child whose fact it is; `null` where it is one of an agreement.","type":"string","nullable":true},
    "at": {
     "description": "Of an altered one: which part of it, as a path, e.g. `data.lines.0.rates.0.weeklyPence`.",
     "type": "string",
     "nullable": true
    },
    "recorded": {},
    "stored": {}
   },
   "required": ["kind","eventId","type","stream","revision","position","recordedAt","childId","at","recorded","stored"]
  },
  "EventEntry": {
   "description": "One event as a person reads it: a sentence, who in which role, when true, when recorded, and the details.",
   "type": "object",
   "properties": {
    "position": {"type":"integer","format":"int64"},
    "eventId": {"type":"string"},
    "type": {"type":"string"},
    "stream": {"type":"string"},
    "revision": {"type":"integer","format":"int64"},
    "effectiveOn": {"type":"string"},
    "recordedAt": {"type":"string"},
    "says": {"type":"string"},
    "by": {
     "type": "object",
     "properties": {"actor":{"type":"string"},"agencyId":{"type":"string"},"agency":{"type":"string"},"role":{"type":"string"}},
     "required": ["actor","agencyId","agency","role"]
    },
    "details": {
     "description": "The event's data: personal fields in the clear, `null` where their key was destroyed, absent where withheld.",
     "type": "object",
     "additionalProperties": {}
    }
   },
   "required": ["position","eventId","type","stream","revision","effectiveOn","recordedAt","says","by","details"]
  },
  "FactOrigin": {
   "description": "The recorded event behind a fact, so that every figure can be followed back to it.",
   "type": "object",
   "properties": {
    "eventId": {"type":"string"},
    "stream": {"type":"string"},
    "revision": {"type":"integer","format":"int64"},
    "recordedAt": {
     "description": "An instant as text, UTC, always `YYYY-MM-DDTHH:mm:ss.sssZ`, so that texts compare as times.",
     "type": "string",
     "format": "date-time"
    }
   },
   "required": ["eventId","stream","revision","recordedAt"]
  },
  "Figures": {
   "type": "object",
   "properties": {
    "nowPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
    "thenPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
    "differencePence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"}
   },
   "required": ["nowPence","thenPence","differencePence"]
  },
  "FourWeeklyRate": {
   "description": "What four weeks cost, as direct payments are often made: a day costs one of 28 parts.",
   "type": "object",
   "properties": {
    "from": {
     "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
     "type": "string",
     "format": "date"
    },
    "fourWeeklyPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0}
   },
   "required": ["from","fourWeeklyPence"]
  },
  "Heading": {
   "description": "The title is the first heading of the page (`h1`, `H1`); a heading of level 1 comes below it (`h2`, `H2`).",
   "type": "object",
   "properties": {"kind":{"type":"string","enum":["heading"]},"level":{"type":"integer","enum":[1,2,3]},"text":{"type":"string"}},
   "required": ["kind","level","text"]
  },
  "HourlyRate": {
   "description": "What an hour costs, and how long is provided each week, in whole minutes: 37 hours and a half are 2,250.",
   "type": "object",
   "properties": {
    "from": {
     "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
     "type": "string",
     "format": "date"
    },
    "hourlyPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
    "weeklyMinutes": {"type":"integer","format":"int64"}
   },
   "required": ["from","hourlyPence","weeklyMinutes"]
  },
  "InSeat": {"type":"object","properties":{"seatId":{"type":"string"},"practitionerId":{"type":"string"}},"required":["seatId","practitionerId"]},
  "InstalmentStanding": {"type":"string","enum":["due","overdue","received","to-come"]},
  "InterestEntry": {
   "description": "An interest that a member declared in a matter.",
   "type": "object",
   "properties": {
    "seatId": {"type":"string"},
    "practitionerId": {"type":"string"},
    "kind": {"type":"string","enum":["financial","indirect","non-financial-personal","non-financial-professional"]},
    "interest": {"description":"In words; `null` where their key was destroyed, absent where they are withheld.","type":"string","nullable":true},
    "at": {"type":"string"},
    "withdrew": {"description":"Whether the member withdrew from the matter.","type":"boolean"}
   },
   "required": ["seatId","practitionerId","kind","at","withdrew"]
  },
  "InvoiceEntry": {
   "type": "object",
   "properties": {
    "breach": {
     "description": "More was paid than is owed: recorded so, or come about by a credit or by two payments at once.",
     "type": "string",
     "enum": ["overpaid",null],
     "nullable": true
    },
    "differences": {
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "line": {"type":"integer","format":"int64"},
       "billedPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
       "committedPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
       "billedBeforePence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
       "reasons": {
        "type": "array",
        "items": {
         "type": "string",
         "enum": [
          "another-provider",
          "billed-already",
          "commissioned-by-another",
          "costs-less",
          "line-unknown",
          "not-in-effect",
          "paid-by-fund",
          "suspended",
          "vat-otherwise"
         ]
        }
       },
       "says": {"type":"string"}
      },
      "required": ["line","billedPence","committedPence","billedBeforePence","reasons","says"]
     }
    },
    "standing": {"type":"string","enum":["agrees","held","released"]},
    "totalPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
    "notCreditedPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
    "owedPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
    "paidPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
    "leftPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
    "late": {"nullable":true,"allOf":[{"$ref":"#/components/schemas/Late"}]},
    "invoiceId": {"description":"Names an invoice.","type":"string","format":"uuid"},
    "number": {"type":"string"},
    "on": {
     "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
     "type": "string",
     "format": "date"
    },
    "from": {
     "anyOf": [
      {
       "type": "object",
       "properties": {
        "agency": {"type":"string"},
        "kind": {"type":"string","enum":["agency"]},
        "agencyId": {"description":"Names an agency.","type":"string","format":"uuid"}
       },
       "required": ["agency","kind","agencyId"]
      },
      {"type":"object","properties":{"kind":{"type":"string","enum":["family"]}},"required":["kind"]},
      {
       "type": "object",
       "properties": {"kind":{"type":"string","enum":["provider"]},"providerId":{"description":"Names a provider.","type":"string","format":"uuid"}},
       "required": ["kind","providerId"]
      }
     ]
    },
    "to": {"description":"Names an agency.","type":"string","format":"uuid"},
    "agency": {"type":"string"}
   },
   "required": [
    "breach",
    "differences",
    "standing",
    "totalPence",
    "notCreditedPence",
    "owedPence",
    "paidPence",
    "leftPence",
    "late",
    "invoiceId",
    "number",
    "on",
    "from",
    "to",
    "agency"
   ]
  },
  "Late": {
   "description": "Why an entry comes after its year was closed, and from which day it counts.",
   "type": "object",
   "properties": {
    "because": {"type":"string"},
    "countsOn": {
     "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
     "type": "string",
     "format": "date"
    }
   },
   "required": ["because","countsOn"]
  },
  "LineBefore": {
   "type": "object",
   "properties": {
    "decisionId": {"type":"string"},
    "lineId": {"type":"string"},
    "category": {"type":"string"},
    "period": {"type":"object","properties":{"from":{"type":"string"},"to":{"type":"string","nullable":true}},"required":["from","to"]},
    "words": {"description":"Personal words: `null` where their key was destroyed, absent where they are withheld.","type":"string","nullable":true},
    "sharesInWords": {"type":"string"}
   },
   "required": ["decisionId","lineId","category","period","sharesInWords"]
  },
  "LineOfDecision": {
   "type": "object",
   "properties": {
    "decisionId": {"description":"Names a decision.","type":"string","format":"uuid"},
    "lineId": {"description":"Names a package line.","type":"string","format":"uuid"}
   },
   "required": ["decisionId","lineId"]
  },
  "LineRate": {
   "description": "What a line costs from a day on, until the next rate begins.",
   "anyOf": [
    {"$ref":"#/components/schemas/DailyRate"},
    {"$ref":"#/components/schemas/FourWeeklyRate"},
    {"$ref":"#/components/schemas/HourlyRate"},
    {"$ref":"#/components/schemas/OneOffRate"},
    {"$ref":"#/components/schemas/WeeklyRate"}
   ]
  },
  "LineUndelivered": {
   "type": "object",
   "properties": {
    "lineId": {"type":"string"},
    "category": {"type":"string"},
    "from": {"description":"First day on which it has effect.","type":"string"},
    "is": {"type":"string","enum":["delayed","not-available","not-started"]},
    "barrier": {"type":"string"},
    "expectedOn": {"type":"string"},
    "reportedOn": {"type":"string"},
    "daysOverdue": {"description":"0 where it was reported late before its first day.","type":"integer","format":"int64"},
    "decisionId": {"type":"string"},
    "childId": {"type":"string"},
    "panelId": {"type":"string"},
    "panel": {"type":"string"}
   },
   "required": ["lineId","category","from","is","daysOverdue","decisionId","childId","panelId","panel"]
  },
  "List": {
   "description": "Points with a bullet each, or numbered from 1. Without items nothing is shown.",
   "type": "object",
   "properties": {
    "kind": {"type":"string","enum":["list"]},
    "numbered": {"type":"boolean"},
    "items": {"type":"array","items":{"$ref":"#/components/schemas/RunningText"}}
   },
   "required": ["kind","numbered","items"]
  },
  "MeEntry": {
   "description": "Who somebody is to Accord.",
   "type": "object",
   "properties": {
    "actorId": {"description":"The sign-in, as events name who acted.","type":"string"},
    "agencyId": {"description":"The agency for which the person acts, and the role in which.","type":"string"},
    "role": {"type":"string"},
    "practitionerId": {"description":"The practitioner whose present sign-in it is; absent where it is linked to none.","type":"string"}
   },
   "required": ["actorId","agencyId","role"]
  },
  "MeetingEntry": {
   "type": "object",
   "properties": {
    "meetingId": {"type":"string"},
    "on": {"description":"The day for which it is planned, or that of its last sitting.","type":"string"},
    "startsAt": {"description":"Time of day in London, and place; `null` where they are not settled.","type":"string","nullable":true},
    "place": {"type":"string","nullable":true},
    "status": {"$ref":"#/components/schemas/MeetingStanding"}
   },
   "required": ["meetingId","on","startsAt","place","status"]
  },
  "MeetingStanding": {
   "description": "What became of a meeting: `moved` is still to sit, on another day or at another time or place than first planned.",
   "type": "string",
   "enum": ["adjourned","cancelled","closed","moved","open","scheduled"]
  },
  "NamedPassage": {
   "type": "object",
   "properties": {
    "fromName": {"type":"string"},
    "toName": {"type":"string"},
    "on": {
     "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
     "type": "string",
     "format": "date"
    },
    "from": {"description":"Names an agency.","type":"string","format":"uuid"},
    "to": {"description":"Names an agency.","type":"string","format":"uuid"},
    "functions": {"type":"string"}
   },
   "required": ["fromName","toName","on","from","to","functions"]
  },
  "NetAndVat": {
   "description": "A net sum and the tax on it.",
   "type": "object",
   "properties": {
    "netPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
    "vatPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0}
   },
   "required": ["netPence","vatPence"]
  },
  "Notice": {
   "type": "object",
   "properties": {
    "agencyId": {"type":"string"},
    "on": {
     "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
     "type": "string",
     "format": "date"
    },
    "lastDay": {
     "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
     "type": "string",
     "format": "date"
    }
   },
   "required": ["agencyId","on","lastDay"]
  },
  "OneOffRate": {
   "description": "What is paid once, on the day itself; nothing from the next day on.",
   "type": "object",
   "properties": {
    "from": {
     "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
     "type": "string",
     "format": "date"
    },
    "oncePence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0}
   },
   "required": ["from","oncePence"]
  },
  "PageBreak": {
   "description": "What follows starts on a new page, in print and in the PDF.",
   "type": "object",
   "properties": {"kind":{"type":"string","enum":["page-break"]}},
   "required": ["kind"]
  },
  "PaidFor": {
   "anyOf": [
    {"$ref":"#/components/schemas/PaidLine"},
    {"$ref":"#/components/schemas/PaidStatement"},
    {
     "type": "object",
     "properties": {
      "pence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
      "kind": {"type":"string","enum":["invoice"]},
      "invoiceId": {"description":"Names an invoice.","type":"string","format":"uuid"}
     },
     "required": ["pence","kind","invoiceId"]
    }
   ]
  },
  "PaidLine": {
   "type": "object",
   "properties": {
    "pence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
    "decisionId": {"description":"Names a decision.","type":"string","format":"uuid"},
    "lineId": {"description":"Names a package line.","type":"string","format":"uuid"},
    "childId": {"description":"Names a child.","type":"string","format":"uuid"},
    "days": {
     "type": "object",
     "properties": {
      "from": {
       "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
       "type": "string",
       "format": "date"
      },
      "to": {
       "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
       "type": "string",
       "format": "date"
      }
     },
     "required": ["from","to"]
    },
    "kind": {"type":"string","enum":["line"]}
   },
   "required": ["pence","decisionId","lineId","childId","days","kind"]
  },
  "PaidStatement": {
   "type": "object",
   "properties": {
    "pence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
    "kind": {"type":"string","enum":["statement"]},
    "month": {"description":"The first day of the closed month.","type":"string","format":"date"},
    "of": {"description":"Whose statement it is.","type":"string","format":"uuid"}
   },
   "required": ["pence","kind","month","of"]
  },
  "Pairs": {
   "description": "Facts with a name each: \"Date of meeting\", \"6 October 2025\". Without pairs nothing is shown.",
   "type": "object",
   "properties": {
    "kind": {"type":"string","enum":["pairs"]},
    "pairs": {
     "type": "array",
     "items": {
      "type": "object",
      "properties": {"label":{"type":"string"},"value":{"$ref":"#/components/schemas/RunningText"}},
      "required": ["label","value"]
     }
    }
   },
   "required": ["kind","pairs"]
  },
  "PanelEntry": {
   "type": "object",
   "properties": {
    "panelId": {"type":"string"},
    "name": {"type":"string"},
    "kind": {"type":"string"},
    "from": {"description":"First day of the panel.","type":"string"},
    "version": {
     "description": "Version of the terms of reference that are given: those in force on the day asked for, or else the latest.",
     "type": "integer",
     "format": "int64"
    },
    "termsOfReference": {"$ref":"#/components/schemas/TermsOfReference"}
   },
   "required": ["panelId","name","kind","from","version","termsOfReference"]
  },
  "PanelInDetail": {
   "type": "object",
   "properties": {
    "draftId": {"description":"The printed composition from which its first seats came.","type":"string"},
    "versions": {
     "description": "Every version until then, the first first.",
     "type": "array",
     "items": {
      "type": "object",
      "properties": {"version":{"type":"integer","format":"int64"},"from":{"type":"string"},"because":{"type":"string"}},
      "required": ["version","from"]
     }
    },
    "panelId": {"type":"string"},
    "name": {"type":"string"},
    "kind": {"type":"string"},
    "from": {"description":"First day of the panel.","type":"string"},
    "version": {
     "description": "Version of the terms of reference that are given: those in force on the day asked for, or else the latest.",
     "type": "integer",
     "format": "int64"
    },
    "termsOfReference": {"$ref":"#/components/schemas/TermsOfReference"}
   },
   "required": ["versions","panelId","name","kind","from","version","termsOfReference"]
  },
  "PaperBefore": {
   "type": "object",
   "properties": {
    "late": {"description":"Circulated later than the terms of reference allow.","type":"boolean"},
    "cited": {"description":"Whether the decision names this very version among its evidence.","type":"boolean"},
    "paperId": {"type":"string"},
    "version": {"type":"integer","format":"int64"},
    "kind": {"type":"string","enum":["assessment","correspondence","costing","family-statement","other","plan","professional-report"]},
    "title": {"description":"Personal words: `null` where their key was destroyed, absent where they are withheld.","type":"string","nullable":true},
    "sha256": {"type":"string"},
    "bytes": {"type":"integer","format":"int64"},
    "location": {"description":"Personal words: `null` where their key was destroyed, absent where they are withheld.","type":"string","nullable":true},
    "circulatedAt": {"type":"string"},
    "recordedAt": {"type":"string"}
   },
   "required": ["late","cited","paperId","version","kind","sha256","bytes","circulatedAt","recordedAt"]
  },
  "PaperEntry": {
   "type": "object",
   "properties": {
    "paperId": {"type":"string"},
    "version": {"type":"integer","format":"int64"},
    "kind": {"type":"string","enum":["assessment","correspondence","costing","family-statement","other","plan","professional-report"]},
    "title": {"description":"Personal words: `null` where their key was destroyed, absent where they are withheld.","type":"string","nullable":true},
    "sha256": {"type":"string"},
    "bytes": {"type":"integer","format":"int64"},
    "location": {"description":"Personal words: `null` where their key was destroyed, absent where they are withheld.","type":"string","nullable":true},
    "circulatedAt": {"type":"string"},
    "recordedAt": {"type":"string"}
   },
   "required": ["paperId","version","kind","sha256","bytes","circulatedAt","recordedAt"]
  },
  "PaperOfMatter": {
   "type": "object",
   "properties": {
    "superseded": {"description":"A newer version was circulated.","type":"boolean"},
    "late": {
     "description": "Circulated later than the terms of reference allow for the meeting at hand; `null` without one.",
     "type": "boolean",
     "nullable": true
    },
    "paperId": {"type":"string"},
    "version": {"type":"integer","format":"int64"},
    "kind": {"type":"string","enum":["assessment","correspondence","costing","family-statement","other","plan","professional-report"]},
    "title": {"description":"Personal words: `null` where their key was destroyed, absent where they are withheld.","type":"string","nullable":true},
    "sha256": {"type":"string"},
    "bytes": {"type":"integer","format":"int64"},
    "location": {"description":"Personal words: `null` where their key was destroyed, absent where they are withheld.","type":"string","nullable":true},
    "circulatedAt": {"type":"string"},
    "recordedAt": {"type":"string"}
   },
   "required": ["superseded","late","paperId","version","kind","sha256","bytes","circulatedAt","recordedAt"]
  },
  "Paragraph": {
   "type": "object",
   "properties": {"kind":{"type":"string","enum":["paragraph"]},"text":{"$ref":"#/components/schemas/RunningText"}},
   "required": ["kind","text"]
  },
  "Pause": {
   "description": "Days on which a line is suspended, and the part of its running cost that is payable all the same.",
   "type": "object",
   "properties": {
    "retainedBasisPoints": {"description":"Basis points: 0 is nothing, 10,000 is all of it.","type":"integer","format":"int64"},
    "from": {
     "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
     "type": "string",
     "format": "date"
    },
    "to": {
     "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
     "type": "string",
     "format": "date",
     "nullable": true
    }
   },
   "required": ["retainedBasisPoints","from","to"]
  },
  "PaymentEntry": {
   "type": "object",
   "properties": {
    "breach": {"type":"string","enum":["overpaid",null],"nullable":true},
    "late": {"nullable":true,"allOf":[{"$ref":"#/components/schemas/Late"}]},
    "ofInvoicesPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
    "ofStatementsPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
    "directlyPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
    "paymentId": {"description":"Names a payment.","type":"string","format":"uuid"},
    "reference": {"type":"string"},
    "on": {
     "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
     "type": "string",
     "format": "date"
    },
    "paidBy": {"description":"Names an agency.","type":"string","format":"uuid"},
    "agency": {"type":"string"},
    "payee": {
     "anyOf": [
      {
       "type": "object",
       "properties": {
        "agency": {"type":"string"},
        "kind": {"type":"string","enum":["agency"]},
        "agencyId": {"description":"Names an agency.","type":"string","format":"uuid"}
       },
       "required": ["agency","kind","agencyId"]
      },
      {"type":"object","properties":{"kind":{"type":"string","enum":["family"]}},"required":["kind"]},
      {
       "type": "object",
       "properties": {"kind":{"type":"string","enum":["provider"]},"providerId":{"description":"Names a provider.","type":"string","format":"uuid"}},
       "required": ["kind","providerId"]
      }
     ]
    },
    "standing": {"type":"string","enum":["paid","reversed"]},
    "totalPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0}
   },
   "required": [
    "breach",
    "late",
    "ofInvoicesPence",
    "ofStatementsPence",
    "directlyPence",
    "paymentId",
    "reference",
    "on",
    "paidBy",
    "agency",
    "payee",
    "standing",
    "totalPence"
   ]
  },
  "Period": {
   "description": "Half-open days `[from, to)`: the first day is in, the last is not; `to: null` has no end yet.",
   "type": "object",
   "properties": {
    "from": {
     "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
     "type": "string",
     "format": "date"
    },
    "to": {
     "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
     "type": "string",
     "format": "date",
     "nullable": true
    }
   },
   "required": ["from","to"]
  },
  "PersonalBudget": {
   "type": "object",
   "properties": {
    "kind": {"type":"string","enum":["integrated-budget","personal-budget","personal-health-budget"]},
    "heldAs": {"type":"string","enum":["direct-payment","notional","third-party"]}
   },
   "required": ["kind","heldAs"]
  },
  "PositionEntry": {
   "type": "object",
   "properties": {
    "position": {"type":"string","enum":["abstains","opposes","supports"]},
    "reasons": {"description":"Personal words: `null` where their key was destroyed, absent where they are withheld.","type":"string","nullable":true},
    "agencyId": {"type":"string"},
    "agency": {"type":"string"},
    "seatId": {"type":"string"},
    "practitionerId": {"type":"string"},
    "meetingId": {"type":"string"},
    "at": {"type":"string"}
   },
   "required": ["position","agencyId","agency","seatId","practitionerId","meetingId","at"]
  },
  "PostOfAgency": {
   "type": "object",
   "properties": {"agencyId":{"description":"Names an agency.","type":"string","format":"uuid"},"post":{"type":"string"}},
   "required": ["agencyId","post"]
  },
  "PractitionerEntry": {
   "type": "object",
   "properties": {
    "practitionerId": {"type":"string"},
    "name": {"description":"`null` where the person's key was destroyed.","type":"string","nullable":true},
    "actorId": {"description":"The person's present sign-in, as events name who acted.","type":"string"},
    "registeredOn": {"type":"string"},
    "employments": {
     "description": "In the order in which they were recorded; with a day, only those held on it.",
     "type": "array",
     "items": {"$ref":"#/components/schemas/EmploymentEntry"}
    }
   },
   "required": ["practitionerId","name","registeredOn","employments"]
  },
  "Precedence": {
   "description": "Where both clauses could rule one line on one day, the first does.",
   "type": "object",
   "properties": {
    "first": {"description":"Names a clause.","type":"string","format":"uuid"},
    "over": {"description":"Names a clause.","type":"string","format":"uuid"}
   },
   "required": ["first","over"]
  },
  "PrecedentEntry": {
   "description": "What somebody may learn of a past decision: nothing of whom it was about.",
   "type": "object",
   "properties": {
    "decisionId": {"description":"Only for people who may read decisions.","type":"string"},
    "decidedIn": {"description":"`YYYY-MM`; texts compare as months.","type":"string"},
    "panel": {"type":"string"},
    "outcome": {"type":"string","enum":["approved","approved-with-conditions","contribution-declined","declined","part-approved"]},
    "standing": {"$ref":"#/components/schemas/PrecedentStanding"},
    "superseded": {"type":"boolean"},
    "needs": {
     "type": "array",
     "items": {
      "type": "string",
      "enum": [
       "breathing",
       "challenging-behaviour",
       "cognition-and-learning",
       "communication",
       "communication-and-interaction",
       "continence",
       "eating-and-drinking",
       "medicines",
       "mobility",
       "psychological-and-emotional",
       "seizures",
       "sensory-and-physical",
       "skin-and-tissue",
       "social-emotional-and-mental-health"
      ]
     }
    },
    "categories": {
     "type": "array",
     "items": {
      "type": "string",
      "enum": ["accommodation","education","equipment","nursing","other","personal-care","short-breaks","therapy","transport"]
     }
    },
    "costBand": {"nullable":true,"allOf":[{"$ref":"#/components/schemas/CostBand"}]},
    "principle": {
     "description": "The point that could guide a later decision, in words that name nobody; `null` where none was written, or it names the child.",
     "type": "string",
     "nullable": true
    }
   },
   "required": ["decidedIn","panel","outcome","standing","superseded","needs","categories","costBand","principle"]
  },
  "PrecedentStanding": {
   "description": "Where a decision that is offered stands.",
   "type": "string",
   "enum": ["awaiting-ratification","in-effect","urgent-until-ratified","without-effect"]
  },
  "PrintedRow": {
   "description": "One row of a printed composition: its number in the file and its cells as printed.",
   "type": "object",
   "properties": {"row":{"type":"integer","format":"int64"},"role":{"type":"string"},"number":{"type":"string"},"voting":{"type":"string"}},
   "required": ["row","role","number","voting"]
  },
  "ProvisionInWords": {
   "description": "What a line provides and which outcomes it serves, in words; lines recorded before outcomes were kept name none.",
   "type": "object",
   "properties": {"lineId":{"type":"string"},"words":{"type":"string"},"outcomes":{"type":"array","items":{"type":"string"}}},
   "required": ["lineId","words"]
  },
  "Rate": {
   "anyOf": [
    {
     "type": "object",
     "properties": {
      "from": {
       "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
       "type": "string",
       "format": "date"
      },
      "dailyPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0}
     },
     "required": ["from","dailyPence"]
    },
    {
     "type": "object",
     "properties": {
      "from": {
       "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
       "type": "string",
       "format": "date"
      },
      "fourWeeklyPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0}
     },
     "required": ["from","fourWeeklyPence"]
    },
    {
     "type": "object",
     "properties": {
      "from": {
       "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
       "type": "string",
       "format": "date"
      },
      "hourlyPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
      "weeklyMinutes": {"type":"integer","format":"int64"}
     },
     "required": ["from","hourlyPence","weeklyMinutes"]
    },
    {
     "type": "object",
     "properties": {
      "from": {
       "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
       "type": "string",
       "format": "date"
      },
      "oncePence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0}
     },
     "required": ["from","oncePence"]
    },
    {
     "type": "object",
     "properties": {
      "from": {
       "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
       "type": "string",
       "format": "date"
      },
      "weeklyPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0}
     },
     "required": ["from","weeklyPence"]
    }
   ]
  },
  "RatificationDue": {
   "type": "object",
   "properties": {
    "decidedOn": {"type":"string"},
    "daysWaiting": {"description":"Days since it was decided: what was in force goes on meanwhile.","type":"integer","format":"int64"},
    "decisionId": {"type":"string"},
    "childId": {"type":"string"},
    "panelId": {"type":"string"},
    "panel": {"type":"string"},
    "agencyId": {"type":"string"},
    "agency": {"type":"string"}
   },
   "required": ["decidedOn","daysWaiting","decisionId","childId","panelId","panel","agencyId","agency"]
  },
  "RatificationEntry": {
   "description": "What was made of a decision that was beyond the authority in the room, or that officers took urgently.",
   "type": "object",
   "properties": {
    "is": {"type":"string","enum":["lapsed","not-ratified-by-the-panel","ratified","ratified-by-the-panel","refused"]},
    "on": {"type":"string"},
    "recordedAt": {"type":"string"},
    "by": {
     "description": "The named post, where it was an agency's to ratify.",
     "type": "object",
     "properties": {"agencyId":{"type":"string"},"agency":{"type":"string"},"practitionerId":{"type":"string"},"post":{"type":"string"}},
     "required": ["agencyId","agency","practitionerId","post"]
    },
    "stillAwaited": {
     "type": "array",
     "items": {"type":"object","properties":{"agencyId":{"type":"string"},"agency":{"type":"string"}},"required":["agencyId","agency"]}
    },
    "effectiveFrom": {"type":"string"},
    "meetingId": {"description":"The meeting and the room, where it was the panel's.","type":"string"},
    "at": {"type":"string"},
    "room": {"$ref":"#/components/schemas/RoomEntry"},
    "reasons": {"description":"Personal words: `null` where their key was destroyed, absent where they are withheld.","type":"string","nullable":true}
   },
   "required": ["is","on","recordedAt"]
  },
  "Ratifier": {
   "type": "object",
   "properties": {
    "agencyId": {"description":"Names an agency.","type":"string","format":"uuid"},
    "practitionerId": {"description":"Names a practitioner.","type":"string","format":"uuid"},
    "post": {"type":"string"}
   },
   "required": ["agencyId","practitionerId","post"]
  },
  "ReplayReport": {
   "description": "A replay with its verdict, as it is given over HTTP and on the command line. Amounts are pence.",
   "type": "object",
   "properties": {
    "question": {
     "anyOf": [
      {
       "type": "object",
       "properties": {
        "upTo": {"type":"integer","format":"int64"},
        "knownAt": {"type":"string"},
        "asAt": {
         "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
         "type": "string",
         "format": "date"
        },
        "step": {"$ref":"#/components/schemas/Step"},
        "to": {
         "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
         "type": "string",
         "format": "date"
        },
        "from": {
         "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
         "type": "string",
         "format": "date"
        },
        "about": {"type":"string","enum":["agreement"]},
        "id": {"description":"Names an agreement.","type":"string","format":"uuid"}
       },
       "required": ["upTo","step","to","from","about","id"]
      },
      {
       "type": "object",
       "properties": {
        "upTo": {"type":"integer","format":"int64"},
        "knownAt": {"type":"string"},
        "asAt": {
         "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
         "type": "string",
         "format": "date"
        },
        "step": {"$ref":"#/components/schemas/Step"},
        "to": {
         "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
         "type": "string",
         "format": "date"
        },
        "from": {
         "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
         "type": "string",
         "format": "date"
        },
        "about": {"type":"string","enum":["child"]},
        "id": {"description":"Names a child.","type":"string","format":"uuid"}
       },
       "required": ["upTo","step","to","from","about","id"]
      },
      {
       "type": "object",
       "properties": {
        "upTo": {"type":"integer","format":"int64"},
        "knownAt": {"type":"string"},
        "asAt": {
         "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
         "type": "string",
         "format": "date"
        },
        "step": {"$ref":"#/components/schemas/Step"},
        "to": {
         "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
         "type": "string",
         "format": "date"
        },
        "from": {
         "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
         "type": "string",
         "format": "date"
        },
        "about": {"type":"string","enum":["decision"]},
        "id": {"description":"Names a decision.","type":"string","format":"uuid"}
       },
       "required": ["upTo","step","to","from","about","id"]
      },
      {
       "type": "object",
       "properties": {
        "upTo": {"type":"integer","format":"int64"},
        "knownAt": {"type":"string"},
        "asAt": {
         "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
         "type": "string",
         "format": "date"
        },
        "step": {"$ref":"#/components/schemas/Step"},
        "to": {
         "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
         "type": "string",
         "format": "date"
        },
        "from": {
         "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
         "type": "string",
         "format": "date"
        },
        "about": {"type":"string","enum":["fund"]},
        "id": {"description":"Names a fund.","type":"string","format":"uuid"}
       },
       "required": ["upTo","step","to","from","about","id"]
      }
     ]
    },
    "verdict": {"type":"string","enum":["agrees","disagrees"]},
    "says": {"type":"string"},
    "event": {"nullable":true,"allOf":[{"$ref":"#/components/schemas/EventApart"}]},
    "figure": {
     "type": "object",
     "properties": {
      "agency": {"type":"string"},
      "lineId": {"type":"string"},
      "decisionId": {"type":"string"},
      "day": {
       "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
       "type": "string",
       "format": "date"
      },
      "agencyId": {"description":"Names an agency.","type":"string","format":"uuid"},
      "recordedPence": {"description":"Pence of that day; 0 where the line is not paid for on it.","type":"integer","format":"int64"},
      "storedPence": {"type":"integer","format":"int64"},
      "event": {
       "description": "The decision of the line: the event to which the figure belongs.",
       "allOf": [{"$ref":"#/components/schemas/FactOrigin"}]
      },
      "childId": {"description":"Names a child.","type":"string","format":"uuid"}
     },
     "required": ["agency","lineId","decisionId","day","agencyId","recordedPence","storedPence","event","childId"],
     "nullable": true
    },
    "totals": {
     "type": "object",
     "properties": {
      "recoveredPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
      "agenciesAfterRecoveries": {
       "type": "array",
       "items": {
        "type": "object",
        "properties": {
         "agencyId": {"description":"Names an agency.","type":"string","format":"uuid"},
         "agency": {"type":"string"},
         "pence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"}
        },
        "required": ["agencyId","agency","pence"]
       }
      },
      "costPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
      "agencies": {
       "type": "array",
       "items": {
        "type": "object",
        "properties": {
         "agencyId": {"description":"Names an agency.","type":"string","format":"uuid"},
         "agency": {"type":"string"},
         "pence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"}
        },
        "required": ["agencyId","agency","pence"]
       }
      }
     },
     "required": ["recoveredPence","agenciesAfterRecoveries","costPence","agencies"]
    },
    "storedTotals": {
     "type": "object",
     "properties": {
      "recoveredPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
      "agenciesAfterRecoveries": {
       "type": "array",
       "items": {
        "type": "object",
        "properties": {
         "agencyId": {"description":"Names an agency.","type":"string","format":"uuid"},
         "agency": {"type":"string"},
         "pence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"}
        },
        "required": ["agencyId","agency","pence"]
       }
      },
      "costPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
      "agencies": {
       "type": "array",
       "items": {
        "type": "object",
        "properties": {
         "agencyId": {"description":"Names an agency.","type":"string","format":"uuid"},
         "agency": {"type":"string"},
         "pence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"}
        },
        "required": ["agencyId","agency","pence"]
       }
      }
     },
     "required": ["recoveredPence","agenciesAfterRecoveries","costPence","agencies"],
     "nullable": true
    },
    "segments": {
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "agreementVersion": {"type":"integer","format":"int64","nullable":true},
       "paidBy": {
        "type": "object",
        "properties": {
         "says": {"type":"string"},
         "events": {"type":"array","items":{"$ref":"#/components/schemas/FactOrigin"}},
         "fundId": {"description":"Names a fund.","type":"string","format":"uuid"},
         "fund": {"type":"string"},
         "hostAgencyId": {"description":"Names an agency.","type":"string","format":"uuid"},
         "host": {"type":"string"}
        },
        "required": ["says","events","fundId","fund","hostAgencyId","host"]
       },
       "lineEvents": {"type":"array","items":{"$ref":"#/components/schemas/FactOrigin"}},
       "costPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
       "split": {"$ref":"#/components/schemas/Shares"},
       "amounts": {
        "type": "array",
        "items": {
         "type": "object",
         "properties": {
          "agencyId": {"description":"Names an agency.","type":"string","format":"uuid"},
          "agency": {"type":"string"},
          "pence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"}
         },
         "required": ["agencyId","agency","pence"]
        }
       },
       "decisionId": {"type":"string"},
       "why": {
        "anyOf": [
         {
          "type": "object",
          "properties": {
           "kind": {"type":"string","enum":["dispute-settlement","interim-arrangement"]},
           "says": {"type":"string"},
           "disputeId": {"description":"Names a dispute.","type":"string","format":"uuid"},
           "events": {"type":"array","items":{"$ref":"#/components/schemas/FactOrigin"}}
          },
          "required": ["kind","says","disputeId","events"]
         },
         {
          "type": "object",
          "properties": {
           "kind": {"type":"string","enum":["panel-decision"]},
           "says": {"type":"string"},
           "decisionId": {"type":"string"},
           "events": {"type":"array","items":{"$ref":"#/components/schemas/FactOrigin"}}
          },
          "required": ["kind","says","decisionId","events"]
         },
         {
          "type": "object",
          "properties": {
           "triggeredBy": {
            "type": "array",
            "items": {
             "type": "object",
             "properties": {
              "event": {"type":"string","enum":["discharge","placement","surgery"]},
              "eventId": {"description":"Names a life event.","type":"string","format":"uuid"},
              "on": {
               "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
               "type": "string",
               "format": "date"
              }
             },
             "required": ["event","eventId","on"]
            }
           },
           "finding": {
            "type": "object",
            "properties": {
             "criterion": {"type":"string","enum":["complex-healthcare","need-level-high","need-level-priority","need-level-severe"]},
             "from": {
              "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
              "type": "string",
              "format": "date"
             },
             "event": {"$ref":"#/components/schemas/FactOrigin"}
            },
            "required": ["criterion","from","event"],
            "nullable": true
           },
           "operationIds": {"type":"array","items":{"type":"string","format":"uuid"}},
           "events": {"type":"array","items":{"$ref":"#/components/schemas/FactOrigin"}},
           "agreementId": {"description":"Names an agreement.","type":"string","format":"uuid"},
           "version": {"type":"integer","format":"int64"},
           "clauseId": {"description":"Names a clause.","type":"string","format":"uuid"},
           "kind": {"type":"string","enum":["standing-agreement"]},
           "says": {"type":"string"}
          },
          "required": ["triggeredBy","finding","operationIds","events","agreementId","version","clauseId","kind","says"]
         }
        ]
       },
       "suspensions": {
        "type": "array",
        "items": {
         "type": "object",
         "properties": {
          "retainedBasisPoints": {"type":"integer","format":"int64"},
          "to": {
           "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
           "type": "string",
           "format": "date"
          },
          "from": {
           "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
           "type": "string",
           "format": "date"
          }
         },
         "required": ["retainedBasisPoints","to","from"]
        }
       },
       "rates": {"type":"array","items":{"$ref":"#/components/schemas/LineRate"}},
       "to": {
        "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
        "type": "string",
        "format": "date"
       },
       "from": {
        "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
        "type": "string",
        "format": "date"
       },
       "lineId": {"description":"Names a package line.","type":"string","format":"uuid"},
       "category": {
        "type": "string",
        "enum": ["accommodation","education","equipment","nursing","other","personal-care","short-breaks","therapy","transport"]
       },
       "childId": {"description":"Names a child.","type":"string","format":"uuid"}
      },
      "required": ["agreementVersion","costPence","split","amounts","decisionId","why","rates","to","from","lineId","category","childId"]
     }
    },
    "recoveries": {
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "amounts": {
        "type": "array",
        "items": {
         "type": "object",
         "properties": {
          "agencyId": {"description":"Names an agency.","type":"string","format":"uuid"},
          "agency": {"type":"string"},
          "pence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"}
         },
         "required": ["agencyId","agency","pence"]
        }
       },
       "says": {"type":"string"},
       "events": {"type":"array","items":{"$ref":"#/components/schemas/FactOrigin"}},
       "recoveryId": {"description":"Names a recovery.","type":"string","format":"uuid"},
       "lineId": {"description":"Names a package line.","type":"string","format":"uuid"},
       "decisionId": {"type":"string"},
       "category": {
        "type": "string",
        "enum": ["accommodation","education","equipment","nursing","other","personal-care","short-breaks","therapy","transport"]
       },
       "on": {
        "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
        "type": "string",
        "format": "date"
       },
       "of": {"$ref":"#/components/schemas/ClosedPeriod"},
       "pence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
       "childId": {"description":"Names a child.","type":"string","format":"uuid"}
      },
      "required": ["amounts","says","events","recoveryId","lineId","decisionId","category","on","of","pence","childId"]
     }
    }
   },
   "required": ["question","verdict","says","event","figure","totals","storedTotals","segments","recoveries"]
  },
  "RequestedLine": {
   "type": "object",
   "properties": {
    "split": {"nullable":true,"allOf":[{"$ref":"#/components/schemas/Shares"}]},
    "replaces": {"nullable":true,"allOf":[{"$ref":"#/components/schemas/LineOfDecision"}]},
    "lineId": {"description":"Names a package line.","type":"string","format":"uuid"},
    "category": {
     "type": "string",
     "enum": ["accommodation","education","equipment","nursing","other","personal-care","short-breaks","therapy","transport"]
    },
    "needs": {
     "description": "Needs that the line serves, unsealed as those of the matter and the decision are; none where nobody said.",
     "type": "array",
     "items": {
      "type": "string",
      "enum": [
       "breathing",
       "challenging-behaviour",
       "cognition-and-learning",
       "communication",
       "communication-and-interaction",
       "continence",
       "eating-and-drinking",
       "medicines",
       "mobility",
       "psychological-and-emotional",
       "seizures",
       "sensory-and-physical",
       "skin-and-tissue",
       "social-emotional-and-mental-health"
      ]
     }
    },
    "budget": {
     "description": "`null`: a provision that an agency commissions as such.",
     "nullable": true,
     "allOf": [{"$ref":"#/components/schemas/PersonalBudget"}]
    },
    "period": {
     "type": "object",
     "properties": {
      "from": {
       "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
       "type": "string",
       "format": "date"
      },
      "to": {
       "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
       "type": "string",
       "format": "date",
       "nullable": true
      }
     },
     "required": ["from","to"]
    },
    "rates": {
     "description": "Effective-dated rates, in order; the first from the line's first day.",
     "type": "array",
     "items": {"$ref":"#/components/schemas/Rate"}
    }
   },
   "required": ["split","replaces","lineId","category","needs","budget","period","rates"]
  },
  "ReturnDue": {
   "description": "A matter that was put off and has not been decided again.",
   "type": "object",
   "properties": {
    "decisionId": {"type":"string"},
    "matterId": {"type":"string"},
    "childId": {"type":"string"},
    "panelId": {"type":"string"},
    "panel": {"type":"string"},
    "meetingId": {"type":"string","nullable":true},
    "deferredOn": {"type":"string"},
    "returnsOn": {"description":"The day on which it was to be back.","type":"string"},
    "daysOverdue": {"description":"0 on that day, and before.","type":"integer","format":"int64"},
    "missing": {"description":"What is missing; `null` where its key was destroyed, absent where it is withheld.","type":"string","nullable":true}
   },
   "required": ["decisionId","matterId","childId","panelId","panel","meetingId","deferredOn","returnsOn","daysOverdue"]
  },
  "RiskShare": {
   "description": "Who bears an overspend in which order, and what becomes of an underspend.",
   "type": "object",
   "properties": {
    "overspend": {
     "anyOf": [
      {
       "type": "object",
       "properties": {"kind":{"type":"string","enum":["fixed-shares"]},"shares":{"$ref":"#/components/schemas/Shares"}},
       "required": ["kind","shares"]
      },
      {
       "type": "object",
       "properties": {
        "kind": {"type":"string","enum":["pro-rata-to-contribution"]},
        "caps": {
         "description": "The most that a partner bears; one that is not named, or whose cap is `null`, bears its part whatever it is.",
         "type": "array",
         "items": {
          "type": "object",
          "properties": {
           "agencyId": {"description":"Names an agency.","type":"string","format":"uuid"},
           "capPence": {
            "description": "Whole pence, nothing or more: a cost, a contribution.",
            "type": "integer",
            "format": "int64",
            "minimum": 0,
            "nullable": true
           }
          },
          "required": ["agencyId","capPence"]
         }
        }
       },
       "required": ["kind","caps"]
      }
     ]
    },
    "order": {"type":"array","items":{"type":"string","enum":["other-underspend","partners","reserve","uncommitted-savings"]}},
    "underspend": {"type":"string","enum":["redeployed","retained","returned-pro-rata"]}
   },
   "required": ["overspend","order","underspend"]
  },
  "RoomCheck": {
   "type": "object",
   "properties": {
    "agrees": {"description":"Whether the meeting's record, as it is known now, shows the room as the decision says.","type":"boolean"},
    "differences": {"type":"array","items":{"$ref":"#/components/schemas/RoomDifference"}},
    "quorate": {"description":"Whether there was a quorum by the record as it is known now.","type":"boolean"},
    "whyNot": {"type":"string"},
    "says": {"description":"In a sentence, where they part.","type":"string"}
   },
   "required": ["agrees","differences","quorate"]
  },
  "RoomDifference": {
   "description": "A seat of which the meeting's record says something else than the decision.",
   "type": "object",
   "properties": {
    "seatId": {"type":"string"},
    "decisionSays": {"type":"object","properties":{"is":{"$ref":"#/components/schemas/Where"},"practitionerId":{"type":"string"}},"required":["is"]},
    "recordSays": {"type":"object","properties":{"is":{"$ref":"#/components/schemas/Where"},"practitionerId":{"type":"string"}},"required":["is"]}
   },
   "required": ["seatId","decisionSays","recordSays"]
  },
  "RoomEntry": {
   "description": "Who was in the room for a matter at the minute of deciding, as the decision says.",
   "type": "object",
   "properties": {
    "termsVersion": {"type":"integer","format":"int64"},
    "decisionMode": {"type":"string","enum":["consensus","decision-maker-advised","majority-with-casting-vote","unanimity-of-payers"]},
    "chairSeatId": {"description":"`null` where nobody chaired: the matter was put off, referred or let go.","type":"string","nullable":true},
    "quorate": {"type":"boolean"},
    "sat": {
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "seatId": {"type":"string"},
       "post": {"description":"The post for which the seat is, by the terms of reference then in force.","type":"string"},
       "agencyId": {"type":"string"},
       "agency": {"type":"string"},
       "practitionerId": {"type":"string"},
       "as": {"type":"string","enum":["deputy","member"]},
       "voting": {"type":"boolean"}
      },
      "required": ["seatId","agencyId","agency","practitionerId","as","voting"]
     }
    },
    "recused": {
     "description": "Withdrew from the matter: neither counted nor voted.",
     "type": "array",
     "items": {"type":"object","properties":{"seatId":{"type":"string"},"post":{"type":"string"},"agency":{"type":"string"}},"required":["seatId"]}
    },
    "votes": {
     "description": "Totals; they add up to the voting members present. `null` where nothing was voted on.",
     "type": "object",
     "properties": {
      "for": {"type":"integer","format":"int64"},
      "against": {"type":"integer","format":"int64"},
      "abstained": {"type":"integer","format":"int64"},
      "casting": {"type":"string","enum":["against","for",null],"nullable":true}
     },
     "required": ["for","against","abstained","casting"],
     "nullable": true
    }
   },
   "required": ["termsVersion","decisionMode","chairSeatId","quorate","sat","recused","votes"]
  },
  "Run": {"type":"object","properties":{"text":{"type":"string"},"as":{"type":"string","enum":["emphasis","strong"]}},"required":["text"]},
  "RunningText": {
   "description": "Text, or runs of text of which some stand out.",
   "anyOf": [{"type":"array","items":{"$ref":"#/components/schemas/Run"}},{"type":"string"}]
  },
  "ScheduleDifference": {
   "type": "object",
   "properties": {
    "row": {
     "description": "The row in which the total is stated; `null` where none is stated for the column.",
     "type": "integer",
     "format": "int64",
     "nullable": true
    },
    "column": {"type":"string"},
    "statedPence": {
     "description": "Whole pence of either sign: a correction, a reimbursement, a difference.",
     "type": "integer",
     "format": "int64",
     "nullable": true
    },
    "summedPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"}
   },
   "required": ["row","column","statedPence","summedPence"]
  },
  "ScheduleFound": {
   "description": "What was found in a schedule as it was read: where anything differs or is asked, it is held.",
   "type": "object",
   "properties": {
    "standing": {"type":"string","enum":["accepted","held"]},
    "questions": {"type":"array","items":{"$ref":"#/components/schemas/ScheduleQuestion"}},
    "differences": {"type":"array","items":{"$ref":"#/components/schemas/ScheduleDifference"}}
   },
   "required": ["standing","questions","differences"]
  },
  "ScheduleQuestion": {
   "type": "object",
   "properties": {"row":{"type":"integer","format":"int64"},"column":{"type":"string"},"asks":{"type":"string"}},
   "required": ["row","column","asks"]
  },
  "ScheduleStanding": {
   "description": "- `accepted`: every total agreed on reading and nothing was asked: it counts. - `held`: it counts for nothing until a payer releases it. - `released`: it counts, by a payer's decision. - `withdrawn`: it counts for nothing.",
   "type": "string",
   "enum": ["accepted","held","released","withdrawn"]
  },
  "Seat": {
   "description": "A seat of a panel: of which agency, for which post, with which standing, and who may deputise.",
   "type": "object",
   "properties": {
    "seatId": {"description":"Names a seat.","type":"string","format":"uuid"},
    "agencyId": {"description":"Names an agency.","type":"string","format":"uuid"},
    "post": {"type":"string"},
    "standing": {"type":"string","enum":["non-voting","observer","parent-representative","voting"]},
    "deputies": {"type":"string","enum":["anyone-of-the-agency","named-posts","none"]},
    "deputyPosts": {"description":"The posts that may deputise, where the rule is `named-posts`.","type":"array","items":{"type":"string"}}
   },
   "required": ["seatId","agencyId","post","standing","deputies","deputyPosts"]
  },
  "SharePart": {
   "description": "One agency's part: basis points of the whole (3,333 is 33.33 %) or its weight in a ratio.",
   "type": "object",
   "properties": {"agencyId":{"description":"Names an agency.","type":"string","format":"uuid"},"weight":{"type":"integer","format":"int64"}},
   "required": ["agencyId","weight"]
  },
  "Shares": {
   "description": "How a cost is divided among agencies: a plain JSON value, stored in events as it stands. `basis-points` sum to exactly 10,000; `ratio` holds positive whole weights (1:1:1). The order of the parts is the order agreed, and decides who bears an odd penny where the remainders are equal.",
   "type": "object",
   "properties": {"kind":{"type":"string","enum":["basis-points","ratio"]},"parts":{"type":"array","items":{"$ref":"#/components/schemas/SharePart"}}},
   "required": ["kind","parts"]
  },
  "Signature": {
   "description": "The foot of a letter: room to sign, then name, role and organisation. Stays together on one page.",
   "type": "object",
   "properties": {"kind":{"type":"string","enum":["signature"]},"lines":{"type":"array","items":{"type":"string"}}},
   "required": ["kind","lines"]
  },
  "Standing": {
   "description": "Whether the decision is in effect, and if not, why not.",
   "type": "string",
   "enum": ["awaiting-ratification","in-effect","lapsed","ratification-refused","urgent-until-ratified","without-effect"]
  },
  "StatementPage": {
   "description": "A statement whole, with the verdict on its bytes.",
   "type": "object",
   "properties": {
    "rows": {
     "type": "array",
     "items": {
      "anyOf": [
       {
        "type": "object",
        "properties": {
         "says": {"type":"string"},
         "events": {"type":"array","items":{"$ref":"#/components/schemas/FactOrigin"}},
         "adjusts": {
          "type": "object",
          "properties": {
           "month": {"type":"string"},
           "closedYear": {"type":"string","nullable":true},
           "statedPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
           "nowPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"}
          },
          "required": ["month","closedYear","statedPence","nowPence"]
         },
         "childId": {"description":"Names a child.","type":"string","format":"uuid"},
         "decisionId": {"type":"string"},
         "lineId": {"description":"Names a package line.","type":"string","format":"uuid"},
         "category": {
          "type": "string",
          "enum": ["accommodation","education","equipment","nursing","other","personal-care","short-breaks","therapy","transport"]
         },
         "vat": {"type":"string","enum":["exempt","not-stated","outside-scope","reduced-rate","standard-rate","zero-rated"]},
         "pence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
         "kind": {
          "type": "string",
          "enum": [
           "adjustment-of-counter-recharge",
           "adjustment-of-counter-recovery",
           "adjustment-of-fund",
           "adjustment-of-own-share",
           "adjustment-of-paid-directly",
           "adjustment-of-recharge",
           "adjustment-of-recovery",
           "counter-recharge",
           "counter-recovery",
           "fund",
           "own-share",
           "paid-directly",
           "recharge",
           "recovery"
          ]
         },
         "counterpartyId": {"description":"Names an agency.","type":"string","format":"uuid","nullable":true},
         "counterparty": {"type":"string","nullable":true},
         "fundId": {"description":"Names a fund.","type":"string","format":"uuid","nullable":true},
         "rowId": {"type":"string"}
        },
        "required": [
         "says",
         "events",
         "adjusts",
         "childId",
         "decisionId",
         "lineId",
         "category",
         "vat",
         "pence",
         "kind",
         "counterpartyId",
         "counterparty",
         "fundId",
         "rowId"
        ]
       },
       {
        "type": "object",
        "properties": {
         "says": {"type":"string"},
         "events": {"type":"array","items":{"$ref":"#/components/schemas/FactOrigin"}},
         "providerId": {"description":"Names a provider.","type":"string","format":"uuid","nullable":true},
         "from": {
          "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
          "type": "string",
          "format": "date"
         },
         "to": {
          "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
          "type": "string",
          "format": "date"
         },
         "rates": {"type":"array","items":{"$ref":"#/components/schemas/LineRate"}},
         "costPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
         "split": {"nullable":true,"allOf":[{"$ref":"#/components/schemas/Shares"}]},
         "childId": {"description":"Names a child.","type":"string","format":"uuid"},
         "decisionId": {"type":"string"},
         "lineId": {"description":"Names a package line.","type":"string","format":"uuid"},
         "category": {
          "type": "string",
          "enum": ["accommodation","education","equipment","nursing","other","personal-care","short-breaks","therapy","transport"]
         },
         "vat": {"type":"string","enum":["exempt","not-stated","outside-scope","reduced-rate","standard-rate","zero-rated"]},
         "pence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
         "kind": {
          "type": "string",
          "enum": [
           "adjustment-of-counter-recharge",
           "adjustment-of-counter-recovery",
           "adjustment-of-fund",
           "adjustment-of-own-share",
           "adjustment-of-paid-directly",
           "adjustment-of-recharge",
           "adjustment-of-recovery",
           "counter-recharge",
           "counter-recovery",
           "fund",
           "own-share",
           "paid-directly",
           "recharge",
           "recovery"
          ]
         },
         "counterpartyId": {"description":"Names an agency.","type":"string","format":"uuid","nullable":true},
         "counterparty": {"type":"string","nullable":true},
         "fundId": {"description":"Names a fund.","type":"string","format":"uuid","nullable":true},
         "rowId": {"type":"string"}
        },
        "required": [
         "says",
         "events",
         "providerId",
         "from",
         "to",
         "rates",
         "costPence",
         "split",
         "childId",
         "decisionId",
         "lineId",
         "category",
         "vat",
         "pence",
         "kind",
         "counterpartyId",
         "counterparty",
         "fundId",
         "rowId"
        ]
       }
      ]
     }
    },
    "next": {"type":"string","nullable":true},
    "totals": {
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "kind": {
        "type": "string",
        "enum": [
         "adjustment-of-counter-recharge",
         "adjustment-of-counter-recovery",
         "adjustment-of-fund",
         "adjustment-of-own-share",
         "adjustment-of-paid-directly",
         "adjustment-of-recharge",
         "adjustment-of-recovery",
         "counter-recharge",
         "counter-recovery",
         "fund",
         "own-share",
         "paid-directly",
         "recharge",
         "recovery"
        ]
       },
       "counterpartyId": {"description":"Names an agency.","type":"string","format":"uuid","nullable":true},
       "counterparty": {"type":"string","nullable":true},
       "fundId": {"description":"Names a fund.","type":"string","format":"uuid","nullable":true},
       "pence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"}
      },
      "required": ["kind","counterpartyId","counterparty","fundId","pence"]
     }
    },
    "balances": {
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "counterpartyId": {"description":"Names an agency.","type":"string","format":"uuid"},
       "counterparty": {"type":"string"},
       "payablePence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
       "receivablePence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
       "netPayablePence": {"type":"integer","format":"int64"}
      },
      "required": ["counterpartyId","counterparty","payablePence","receivablePence","netPayablePence"]
     }
    },
    "sha256": {"type":"string"},
    "recordedSha256": {"description":"`null` where nothing was recorded: the month is open, or the agency had no row.","type":"string","nullable":true},
    "met": {"type":"boolean","nullable":true},
    "rowCount": {"type":"integer","format":"int64"},
    "standing": {"type":"string"},
    "closedOn": {
     "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
     "type": "string",
     "format": "date",
     "nullable": true
    },
    "upTo": {"type":"integer","format":"int64"},
    "agencyId": {"description":"Names an agency.","type":"string","format":"uuid"},
    "agency": {"type":"string"},
    "month": {"type":"string"}
   },
   "required": ["rows","next","standing","closedOn","upTo","agencyId","agency","month"]
  },
  "Step": {"description":"How a window is cut for display.","type":"string","enum":["month","none","week"]},
  "SuccessionEntry": {
   "description": "A line that takes the place of an earlier one, or ends it.",
   "type": "object",
   "properties": {
    "decisionId": {"description":"The decision with the other line, and that line.","type":"string"},
    "lineId": {"type":"string"},
    "with": {"description":"`null` where the earlier line ends without another in its place.","type":"string","nullable":true},
    "from": {"description":"First day on which the earlier line has given way.","type":"string"}
   },
   "required": ["decisionId","lineId","with","from"]
  },
  "SuccessorEntry": {
   "description": "One way on which functions passed, and the agency to which they came by it.",
   "type": "object",
   "properties": {
    "agencyId": {"description":"Names an agency.","type":"string","format":"uuid"},
    "name": {"type":"string"},
    "kind": {"type":"string"},
    "is": {"description":"`closed` where the last that had them ended without a successor.","type":"string","enum":["closed","present"]},
    "functions": {"description":"What it has of them: the functions named at the last passage.","type":"string"},
    "since": {
     "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
     "type": "string",
     "format": "date"
    },
    "by": {"description":"Each passage on the way, the first one first.","type":"array","items":{"$ref":"#/components/schemas/NamedPassage"}}
   },
   "required": ["agencyId","name","kind","is","functions","since","by"]
  },
  "SupersededEntry": {
   "type": "object",
   "properties": {
    "decisionId": {"description":"The later decision.","type":"string"},
    "decidedOn": {"type":"string"},
    "lineId": {"description":"This decision's line that gives way, and the later one in its place.","type":"string"},
    "with": {"type":"string","nullable":true},
    "from": {"type":"string"}
   },
   "required": ["decisionId","decidedOn","lineId","with","from"]
  },
  "Table": {
   "description": "Rows under column heads. Every row has a cell for every column.",
   "type": "object",
   "properties": {
    "kind": {"type":"string","enum":["table"]},
    "caption": {"description":"What the table shows; never empty, because a listener hears it before the cells.","type":"string"},
    "columns": {"description":"1 to 12: more would not fit across a page.","type":"array","items":{"$ref":"#/components/schemas/Column"}},
    "rows": {"type":"array","items":{"type":"array","items":{"type":"string"}}}
   },
   "required": ["kind","caption","columns","rows"]
  },
  "TermsDraftEntry": {
   "type": "object",
   "properties": {
    "draftId": {"type":"string"},
    "title": {"type":"string"},
    "on": {"type":"string"},
    "sha256": {"type":"string"},
    "notes": {"type":"array","items":{"type":"string"}},
    "rows": {"type":"array","items":{"$ref":"#/components/schemas/PrintedRow"}},
    "questions": {
     "description": "What was asked, and the answer that stands.",
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "row": {"type":"integer","format":"int64"},
       "about": {"type":"string","enum":["seat-agency","seat-count","seat-standing"]},
       "asks": {"type":"string"},
       "answer": {
        "anyOf": [
         {
          "type": "object",
          "properties": {"about":{"type":"string","enum":["seat-agency"]},"agencyId":{"description":"Names an agency.","type":"string","format":"uuid"}},
          "required": ["about","agencyId"]
         },
         {
          "type": "object",
          "properties": {"about":{"type":"string","enum":["seat-count"]},"count":{"type":"integer","format":"int64"}},
          "required": ["about","count"]
         },
         {
          "type": "object",
          "properties": {
           "about": {"type":"string","enum":["seat-standing"]},
           "standing": {"type":"string","enum":["non-voting","observer","parent-representative","voting"]}
          },
          "required": ["about","standing"]
         }
        ]
       },
       "because": {"type":"string"},
       "answeredOn": {"type":"string"}
      },
      "required": ["row","about","asks"]
     }
    },
    "open": {"description":"How many questions are still open.","type":"integer","format":"int64"},
    "seats": {
     "description": "The seats, numbered as terms of reference name them; none while a question is open.",
     "type": "array",
     "items": {
      "type": "object",
      "properties": {"number":{"type":"integer","format":"int64"},"post":{"type":"string"},"standing":{"type":"string"},"agencyId":{"type":"string"}},
      "required": ["number","post","standing","agencyId"]
     }
    }
   },
   "required": ["draftId","title","on","sha256","notes","rows","questions","open","seats"]
  },
  "TermsOfReference": {
   "type": "object",
   "properties": {
    "seats": {"type":"array","items":{"$ref":"#/components/schemas/Seat"}},
    "quorum": {
     "description": "So many voting members, one at least of each agency named; judged for each matter when it is decided.",
     "type": "object",
     "properties": {"members":{"type":"integer","format":"int64"},"agencies":{"type":"array","items":{"type":"string","format":"uuid"}}},
     "required": ["members","agencies"]
    },
    "decisionMode": {"type":"string","enum":["consensus","decision-maker-advised","majority-with-casting-vote","unanimity-of-payers"]},
    "decisionMakerSeatId": {"description":"Who decides where the panel only advises.","type":"string","format":"uuid","nullable":true},
    "chairs": {"description":"The seats that may chair, in order of precedence.","type":"array","items":{"type":"string","format":"uuid"}},
    "commitment": {
     "description": "What the panel may commit, and on whose authority.",
     "type": "object",
     "properties": {
      "authority": {"type":"string","enum":["of-each-member","of-the-panel"]},
      "weeklyLimitPence": {
       "description": "Whole cost a week that the panel as a body may commit for one decision; `null` without a limit.",
       "type": "integer",
       "format": "int64",
       "minimum": 0,
       "nullable": true
      },
      "categories": {
       "type": "array",
       "items": {
        "type": "string",
        "enum": ["accommodation","education","equipment","nursing","other","personal-care","short-breaks","therapy","transport"]
       }
      }
     },
     "required": ["authority","weeklyLimitPence","categories"]
    },
    "ratifiers": {
     "description": "The posts that ratify for their agency what was beyond the authority in the room.",
     "type": "array",
     "items": {"$ref":"#/components/schemas/PostOfAgency"}
    },
    "papersNotice": {"description":"Working days before the meeting by which papers are circulated; later ones are late.","type":"integer","format":"int64"},
    "urgent": {
     "description": "Who may decide between meetings, how many of them together, and within how many days the panel ratifies.",
     "nullable": true,
     "allOf": [{"$ref":"#/components/schemas/UrgentProcedure"}]
    }
   },
   "required": ["seats","quorum","decisionMode","decisionMakerSeatId","chairs","commitment","ratifiers","papersNotice","urgent"]
  },
  "TokenAnswer": {
   "type": "object",
   "properties": {"token":{"type":"string"},"tokenType":{"type":"string","enum":["Bearer"]},"expiresAt":{"type":"string"},"person":{"type":"string"}},
   "required": ["token","tokenType","expiresAt","person"]
  },
  "UrgentDue": {
   "type": "object",
   "properties": {
    "decidedOn": {"type":"string"},
    "ratifyBy": {"description":"Last day on which the panel can ratify it.","type":"string"},
    "daysOverdue": {"description":"Days after that day: it has lapsed, and nobody wrote that down yet.","type":"integer","format":"int64"},
    "lapsed": {"type":"boolean"},
    "decisionId": {"type":"string"},
    "childId": {"type":"string"},
    "panelId": {"type":"string"},
    "panel": {"type":"string"}
   },
   "required": ["decidedOn","ratifyBy","daysOverdue","lapsed","decisionId","childId","panelId","panel"]
  },
  "UrgentProcedure": {
   "type": "object",
   "properties": {
    "officers": {"type":"array","items":{"$ref":"#/components/schemas/PostOfAgency"}},
    "officersNeeded": {"type":"integer","format":"int64"},
    "ratifyWithinDays": {"type":"integer","format":"int64"}
   },
   "required": ["officers","officersNeeded","ratifyWithinDays"]
  },
  "VersionEntry": {
   "description": "One version of the text, who signed it and when, and the days on which it rules.",
   "type": "object",
   "properties": {
    "version": {"type":"integer","format":"int64"},
    "agreedOn": {
     "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
     "type": "string",
     "format": "date"
    },
    "from": {"description":"Day from which it is meant to rule.","type":"string","format":"date"},
    "signatures": {
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "agencyId": {"type":"string"},
       "post": {"type":"string"},
       "on": {
        "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
        "type": "string",
        "format": "date"
       }
      },
      "required": ["agencyId","post","on"]
     }
    },
    "rules": {
     "description": "As far as is known; left out while not every party has signed it, or where it never rules.",
     "allOf": [{"$ref":"#/components/schemas/Period"}]
    },
    "withdrawn": {
     "description": "By which party, why and when it was withdrawn; left out where it was not.",
     "type": "object",
     "properties": {
      "agencyId": {"type":"string"},
      "reason": {"type":"string"},
      "on": {
       "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
       "type": "string",
       "format": "date"
      }
     },
     "required": ["agencyId","reason","on"]
    },
    "aims": {"type":"string","nullable":true},
    "functions": {"type":"string","nullable":true},
    "clientGroup": {"type":"string","nullable":true},
    "clauses": {"type":"array","items":{"$ref":"#/components/schemas/Clause"}},
    "precedences": {"type":"array","items":{"$ref":"#/components/schemas/Precedence"}},
    "period": {"$ref":"#/components/schemas/Period"},
    "noticeMonths": {"type":"integer","format":"int64","nullable":true},
    "reviewBy": {
     "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
     "type": "string",
     "format": "date",
     "nullable": true
    }
   },
   "required": ["version","agreedOn","from","signatures","aims","functions","clientGroup","clauses","precedences","period","noticeMonths","reviewBy"]
  },
  "ViewsEntry": {
   "type": "object",
   "properties": {
    "of": {"type":"string","enum":["child","family"]},
    "is": {"type":"string","enum":["not-obtained","recorded"]},
    "on": {"type":"string"},
    "recordedAt": {"type":"string"},
    "how": {"type":"string","enum":["in-person","in-writing","observed","through-a-worker","through-an-advocate"]},
    "views": {"description":"Personal words: `null` where their key was destroyed, absent where they are withheld.","type":"string","nullable":true},
    "because": {"description":"Why there are none.","type":"string","nullable":true}
   },
   "required": ["of","is","on","recordedAt"]
  },
  "VoteEntry": {
   "type": "object",
   "properties": {
    "vote": {"type":"string","enum":["abstains","against","for"]},
    "casting": {"description":"A casting vote on a tie, with its reasons.","type":"boolean"},
    "reasons": {"description":"Personal words: `null` where their key was destroyed, absent where they are withheld.","type":"string","nullable":true},
    "agencyId": {"type":"string"},
    "agency": {"type":"string"},
    "seatId": {"type":"string"},
    "practitionerId": {"type":"string"},
    "meetingId": {"type":"string"},
    "at": {"type":"string"}
   },
   "required": ["vote","casting","agencyId","agency","seatId","practitionerId","meetingId","at"]
  },
  "WeeklyRate": {
   "description": "What a week costs from a day on, until the next rate begins. A rate of nothing is a pause.",
   "type": "object",
   "properties": {
    "from": {
     "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
     "type": "string",
     "format": "date"
    },
    "weeklyPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0}
   },
   "required": ["from","weeklyPence"]
  },
  "WhatIfReport": {
   "type": "object",
   "properties": {
    "question": {
     "anyOf": [
      {
       "type": "object",
       "properties": {
        "upTo": {"type":"integer","format":"int64"},
        "knownAt": {"type":"string"},
        "asAt": {
         "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
         "type": "string",
         "format": "date"
        },
        "to": {
         "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
         "type": "string",
         "format": "date"
        },
        "from": {
         "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
         "type": "string",
         "format": "date"
        },
        "about": {"type":"string","enum":["agreement"]},
        "id": {"description":"Names an agreement.","type":"string","format":"uuid"}
       },
       "required": ["upTo","to","from","about","id"]
      },
      {
       "type": "object",
       "properties": {
        "upTo": {"type":"integer","format":"int64"},
        "knownAt": {"type":"string"},
        "asAt": {
         "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
         "type": "string",
         "format": "date"
        },
        "to": {
         "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
         "type": "string",
         "format": "date"
        },
        "from": {
         "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
         "type": "string",
         "format": "date"
        },
        "about": {"type":"string","enum":["area"]}
       },
       "required": ["upTo","to","from","about"]
      },
      {
       "type": "object",
       "properties": {
        "upTo": {"type":"integer","format":"int64"},
        "knownAt": {"type":"string"},
        "asAt": {
         "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
         "type": "string",
         "format": "date"
        },
        "to": {
         "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
         "type": "string",
         "format": "date"
        },
        "from": {
         "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
         "type": "string",
         "format": "date"
        },
        "about": {"type":"string","enum":["child"]},
        "id": {"description":"Names a child.","type":"string","format":"uuid"}
       },
       "required": ["upTo","to","from","about","id"]
      }
     ]
    },
    "says": {"type":"string"},
    "changes": {
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "agreementId": {"description":"Names an agreement.","type":"string","format":"uuid"},
       "clauseId": {"description":"Names a clause.","type":"string","format":"uuid"},
       "decisionId": {"description":"Names a decision.","type":"string","format":"uuid"},
       "lineId": {"description":"Names a package line.","type":"string","format":"uuid"},
       "number": {"type":"integer","format":"int64"},
       "says": {"type":"string"}
      },
      "required": ["number","says"]
     }
    },
    "totals": {
     "type": "object",
     "properties": {
      "cost": {"$ref":"#/components/schemas/Figures"},
      "agencies": {
       "type": "array",
       "items": {
        "type": "object",
        "properties": {
         "nowPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
         "thenPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
         "differencePence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
         "agencyId": {"description":"Names an agency.","type":"string","format":"uuid"},
         "agency": {"type":"string"}
        },
        "required": ["nowPence","thenPence","differencePence","agencyId","agency"]
       }
      }
     },
     "required": ["cost","agencies"]
    },
    "months": {
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "from": {
        "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
        "type": "string",
        "format": "date"
       },
       "cost": {"$ref":"#/components/schemas/Figures"},
       "agencies": {
        "type": "array",
        "items": {
         "type": "object",
         "properties": {
          "nowPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
          "thenPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
          "differencePence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
          "agencyId": {"description":"Names an agency.","type":"string","format":"uuid"},
          "agency": {"type":"string"}
         },
         "required": ["nowPence","thenPence","differencePence","agencyId","agency"]
        }
       }
      },
      "required": ["from","cost","agencies"]
     }
    },
    "differing": {
     "type": "object",
     "properties": {"told":{"type":"integer","format":"int64"},"children":{"type":"integer","format":"int64"},"lines":{"type":"integer","format":"int64"}},
     "required": ["told","children","lines"]
    },
    "lines": {
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "cost": {
        "type": "object",
        "properties": {
         "nowPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
         "thenPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
         "differencePence": {"type":"integer","format":"int64"}
        },
        "required": ["nowPence","thenPence","differencePence"]
       },
       "agencies": {
        "type": "array",
        "items": {
         "type": "object",
         "properties": {
          "nowPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
          "thenPence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
          "differencePence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"},
          "agencyId": {"description":"Names an agency.","type":"string","format":"uuid"},
          "agency": {"type":"string"}
         },
         "required": ["nowPence","thenPence","differencePence","agencyId","agency"]
        }
       },
       "because": {"description":"Numbers of the changes that make the difference.","type":"array","items":{"type":"integer","format":"int64"}},
       "says": {"type":"string"},
       "now": {
        "anyOf": [
         {
          "type": "object",
          "properties": {
           "kind": {"type":"string","enum":["dispute-settlement","interim-arrangement"]},
           "says": {"type":"string"},
           "disputeId": {"description":"Names a dispute.","type":"string","format":"uuid"},
           "events": {"type":"array","items":{"$ref":"#/components/schemas/FactOrigin"}}
          },
          "required": ["kind","says","disputeId","events"]
         },
         {
          "type": "object",
          "properties": {
           "kind": {"type":"string","enum":["panel-decision"]},
           "says": {"type":"string"},
           "decisionId": {"type":"string"},
           "events": {"type":"array","items":{"$ref":"#/components/schemas/FactOrigin"}}
          },
          "required": ["kind","says","decisionId","events"]
         },
         {
          "type": "object",
          "properties": {
           "triggeredBy": {
            "type": "array",
            "items": {
             "type": "object",
             "properties": {
              "event": {"type":"string","enum":["discharge","placement","surgery"]},
              "eventId": {"description":"Names a life event.","type":"string","format":"uuid"},
              "on": {
               "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
               "type": "string",
               "format": "date"
              }
             },
             "required": ["event","eventId","on"]
            }
           },
           "finding": {
            "type": "object",
            "properties": {
             "criterion": {"type":"string","enum":["complex-healthcare","need-level-high","need-level-priority","need-level-severe"]},
             "from": {
              "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
              "type": "string",
              "format": "date"
             },
             "event": {"$ref":"#/components/schemas/FactOrigin"}
            },
            "required": ["criterion","from","event"],
            "nullable": true
           },
           "operationIds": {"type":"array","items":{"type":"string","format":"uuid"}},
           "events": {"type":"array","items":{"$ref":"#/components/schemas/FactOrigin"}},
           "agreementId": {"description":"Names an agreement.","type":"string","format":"uuid"},
           "version": {"type":"integer","format":"int64"},
           "clauseId": {"description":"Names a clause.","type":"string","format":"uuid"},
           "kind": {"type":"string","enum":["standing-agreement"]},
           "says": {"type":"string"}
          },
          "required": ["triggeredBy","finding","operationIds","events","agreementId","version","clauseId","kind","says"]
         }
        ]
       },
       "then": {
        "anyOf": [
         {
          "type": "object",
          "properties": {
           "kind": {"type":"string","enum":["dispute-settlement","interim-arrangement"]},
           "says": {"type":"string"},
           "disputeId": {"description":"Names a dispute.","type":"string","format":"uuid"},
           "events": {"type":"array","items":{"$ref":"#/components/schemas/FactOrigin"}}
          },
          "required": ["kind","says","disputeId","events"]
         },
         {
          "type": "object",
          "properties": {
           "kind": {"type":"string","enum":["panel-decision"]},
           "says": {"type":"string"},
           "decisionId": {"type":"string"},
           "events": {"type":"array","items":{"$ref":"#/components/schemas/FactOrigin"}}
          },
          "required": ["kind","says","decisionId","events"]
         },
         {
          "type": "object",
          "properties": {
           "triggeredBy": {
            "type": "array",
            "items": {
             "type": "object",
             "properties": {
              "event": {"type":"string","enum":["discharge","placement","surgery"]},
              "eventId": {"description":"Names a life event.","type":"string","format":"uuid"},
              "on": {
               "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
               "type": "string",
               "format": "date"
              }
             },
             "required": ["event","eventId","on"]
            }
           },
           "finding": {
            "type": "object",
            "properties": {
             "criterion": {"type":"string","enum":["complex-healthcare","need-level-high","need-level-priority","need-level-severe"]},
             "from": {
              "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
              "type": "string",
              "format": "date"
             },
             "event": {"$ref":"#/components/schemas/FactOrigin"}
            },
            "required": ["criterion","from","event"],
            "nullable": true
           },
           "operationIds": {"type":"array","items":{"type":"string","format":"uuid"}},
           "events": {"type":"array","items":{"$ref":"#/components/schemas/FactOrigin"}},
           "agreementId": {"description":"Names an agreement.","type":"string","format":"uuid"},
           "version": {"type":"integer","format":"int64"},
           "clauseId": {"description":"Names a clause.","type":"string","format":"uuid"},
           "kind": {"type":"string","enum":["standing-agreement"]},
           "says": {"type":"string"}
          },
          "required": ["triggeredBy","finding","operationIds","events","agreementId","version","clauseId","kind","says"]
         }
        ]
       },
       "to": {
        "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
        "type": "string",
        "format": "date"
       },
       "from": {
        "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
        "type": "string",
        "format": "date"
       },
       "childId": {"description":"Names a child.","type":"string","format":"uuid"},
       "decisionId": {"type":"string"},
       "lineId": {"description":"Names a package line.","type":"string","format":"uuid"},
       "category": {
        "type": "string",
        "enum": ["accommodation","education","equipment","nursing","other","personal-care","short-breaks","therapy","transport"]
       }
      },
      "required": ["cost","agencies","because","says","now","then","to","from","childId","decisionId","lineId","category"]
     }
    }
   },
   "required": ["question","says","changes","totals","months","differing","lines"]
  },
  "WhatIsLeft": {
   "description": "What is left of one figure by another. Below nought: more was billed than is bound, more paid than is owed.",
   "type": "object",
   "properties": {
    "toBillPence": {
     "description": "Bound to be paid out, and neither invoiced, nor recharged by a closed statement, nor paid directly.",
     "type": "integer",
     "format": "int64"
    },
    "toPayPence": {"description":"Invoiced with its tax, and not paid, be it by one that has the agency’s functions.","type":"integer","format":"int64"}
   },
   "required": ["toBillPence","toPayPence"]
  },
  "Where": {"type":"string","enum":["absent","in-the-room","recused"]},
  "WhoPaysAnswer": {
   "description": "The answer, as it is given over HTTP and on the command line.",
   "type": "object",
   "properties": {
    "liabilities": {
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "paidBy": {
        "type": "object",
        "properties": {
         "says": {"type":"string"},
         "events": {"type":"array","items":{"$ref":"#/components/schemas/FactOrigin"}},
         "fundId": {"description":"Names a fund.","type":"string","format":"uuid"},
         "fund": {"type":"string"},
         "hostAgencyId": {"description":"Names an agency.","type":"string","format":"uuid"},
         "host": {"type":"string"}
        },
        "required": ["says","events","fundId","fund","hostAgencyId","host"]
       },
       "lineEvents": {"type":"array","items":{"$ref":"#/components/schemas/FactOrigin"}},
       "costPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
       "split": {"$ref":"#/components/schemas/Shares"},
       "amounts": {
        "type": "array",
        "items": {
         "type": "object",
         "properties": {
          "agencyId": {"description":"Names an agency.","type":"string","format":"uuid"},
          "agency": {"type":"string"},
          "pence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"}
         },
         "required": ["agencyId","agency","pence"]
        }
       },
       "decisionId": {"type":"string"},
       "why": {
        "anyOf": [
         {
          "type": "object",
          "properties": {
           "kind": {"type":"string","enum":["dispute-settlement","interim-arrangement"]},
           "says": {"type":"string"},
           "disputeId": {"description":"Names a dispute.","type":"string","format":"uuid"},
           "events": {"type":"array","items":{"$ref":"#/components/schemas/FactOrigin"}}
          },
          "required": ["kind","says","disputeId","events"]
         },
         {
          "type": "object",
          "properties": {
           "kind": {"type":"string","enum":["panel-decision"]},
           "says": {"type":"string"},
           "decisionId": {"type":"string"},
           "events": {"type":"array","items":{"$ref":"#/components/schemas/FactOrigin"}}
          },
          "required": ["kind","says","decisionId","events"]
         },
         {
          "type": "object",
          "properties": {
           "triggeredBy": {
            "type": "array",
            "items": {
             "type": "object",
             "properties": {
              "event": {"type":"string","enum":["discharge","placement","surgery"]},
              "eventId": {"description":"Names a life event.","type":"string","format":"uuid"},
              "on": {
               "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
               "type": "string",
               "format": "date"
              }
             },
             "required": ["event","eventId","on"]
            }
           },
           "finding": {
            "type": "object",
            "properties": {
             "criterion": {"type":"string","enum":["complex-healthcare","need-level-high","need-level-priority","need-level-severe"]},
             "from": {
              "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
              "type": "string",
              "format": "date"
             },
             "event": {"$ref":"#/components/schemas/FactOrigin"}
            },
            "required": ["criterion","from","event"],
            "nullable": true
           },
           "operationIds": {"type":"array","items":{"type":"string","format":"uuid"}},
           "events": {"type":"array","items":{"$ref":"#/components/schemas/FactOrigin"}},
           "agreementId": {"description":"Names an agreement.","type":"string","format":"uuid"},
           "version": {"type":"integer","format":"int64"},
           "clauseId": {"description":"Names a clause.","type":"string","format":"uuid"},
           "kind": {"type":"string","enum":["standing-agreement"]},
           "says": {"type":"string"}
          },
          "required": ["triggeredBy","finding","operationIds","events","agreementId","version","clauseId","kind","says"]
         }
        ]
       },
       "suspensions": {
        "type": "array",
        "items": {
         "type": "object",
         "properties": {
          "retainedBasisPoints": {"type":"integer","format":"int64"},
          "to": {
           "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
           "type": "string",
           "format": "date"
          },
          "from": {
           "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
           "type": "string",
           "format": "date"
          }
         },
         "required": ["retainedBasisPoints","to","from"]
        }
       },
       "rates": {"type":"array","items":{"$ref":"#/components/schemas/LineRate"}},
       "to": {
        "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
        "type": "string",
        "format": "date"
       },
       "from": {
        "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
        "type": "string",
        "format": "date"
       },
       "lineId": {"description":"Names a package line.","type":"string","format":"uuid"},
       "category": {
        "type": "string",
        "enum": ["accommodation","education","equipment","nursing","other","personal-care","short-breaks","therapy","transport"]
       }
      },
      "required": ["costPence","split","amounts","decisionId","why","rates","to","from","lineId","category"]
     }
    },
    "recoveries": {
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "amounts": {
        "type": "array",
        "items": {
         "type": "object",
         "properties": {
          "agencyId": {"description":"Names an agency.","type":"string","format":"uuid"},
          "agency": {"type":"string"},
          "pence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"}
         },
         "required": ["agencyId","agency","pence"]
        }
       },
       "says": {"type":"string"},
       "events": {"type":"array","items":{"$ref":"#/components/schemas/FactOrigin"}},
       "recoveryId": {"description":"Names a recovery.","type":"string","format":"uuid"},
       "lineId": {"description":"Names a package line.","type":"string","format":"uuid"},
       "decisionId": {"type":"string"},
       "category": {
        "type": "string",
        "enum": ["accommodation","education","equipment","nursing","other","personal-care","short-breaks","therapy","transport"]
       },
       "on": {
        "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
        "type": "string",
        "format": "date"
       },
       "of": {"$ref":"#/components/schemas/ClosedPeriod"},
       "pence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0}
      },
      "required": ["amounts","says","events","recoveryId","lineId","decisionId","category","on","of","pence"]
     }
    },
    "totals": {
     "type": "object",
     "properties": {
      "recoveredPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
      "agenciesAfterRecoveries": {
       "type": "array",
       "items": {
        "type": "object",
        "properties": {
         "agencyId": {"description":"Names an agency.","type":"string","format":"uuid"},
         "agency": {"type":"string"},
         "pence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"}
        },
        "required": ["agencyId","agency","pence"]
       }
      },
      "costPence": {"description":"Whole pence, nothing or more: a cost, a contribution.","type":"integer","format":"int64","minimum":0},
      "agencies": {
       "type": "array",
       "items": {
        "type": "object",
        "properties": {
         "agencyId": {"description":"Names an agency.","type":"string","format":"uuid"},
         "agency": {"type":"string"},
         "pence": {"description":"Whole pence of either sign: a correction, a reimbursement, a difference.","type":"integer","format":"int64"}
        },
        "required": ["agencyId","agency","pence"]
       }
      }
     },
     "required": ["recoveredPence","agenciesAfterRecoveries","costPence","agencies"]
    },
    "upTo": {"type":"integer","format":"int64"},
    "asAt": {
     "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
     "type": "string",
     "format": "date"
    },
    "knownAt": {
     "description": "An instant as text, UTC, always `YYYY-MM-DDTHH:mm:ss.sssZ`, so that texts compare as times.",
     "type": "string",
     "format": "date-time"
    },
    "step": {"$ref":"#/components/schemas/Step"},
    "to": {
     "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
     "type": "string",
     "format": "date"
    },
    "from": {
     "description": "A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare as dates.",
     "type": "string",
     "format": "date"
    },
    "childId": {"description":"Names a child.","type":"string","format":"uuid"}
   },
   "required": ["liabilities","recoveries","totals","upTo","step","to","from","childId"]
  },
  "WrittenDocument": {
   "description": "A document as data: what it says, and nothing of how it looks. Both editions (`toHtml`, `toPdf`) are made from this alone, so the same document is always the same bytes. Text may hold any character. A line feed starts a new line (in titles, headings, captions, column heads and markings it is a space). Control characters and the characters that reorder text (bidirectional embeddings, overrides and isolates) are shown as U+FFFD, so that a reader sees what is stored.",
   "type": "object",
   "properties": {
    "title": {"description":"What the document is, for example \"Minutes of the panel of 6 October 2025\"; 1 to 300 characters.","type":"string"},
    "language": {"type":"string","enum":["en-GB"]},
    "asOf": {
     "description": "The moment for which the document speaks. It is the only date in either edition's metadata.",
     "type": "string",
     "format": "date-time"
    },
    "letterhead": {"description":"Lines that say who writes; the first is the organisation's name.","type":"array","items":{"type":"string"}},
    "address": {"description":"Lines of the person to whom the document goes: name first.","type":"array","items":{"type":"string"}},
    "marking": {
     "description": "How the document is to be handled, shown on every page: \"DRAFT\", \"Official - sensitive\"; at most 100 characters.",
     "type": "string"
    },
    "blocks": {"type":"array","items":{"$ref":"#/components/schemas/Block"}}
   },
   "required": ["title","language","asOf","blocks"]
  }
 }
};
