// The schedule of St Helens as it was copied from the published report, for the specs of this folder; not exported
// by its index.
export const stHelensSchedule = `# St Helens integrated children's commissioning team, report to the Health and Wellbeing Board, 11 September 2014. Pounds a year. A figure in brackets stands in brackets in the report, which does not explain it.
role,resource,ccg,childrens_services,public_health
Clinical Designated Health Officer,"Governing body GP lead, half a day every 3 weeks","£5,844",£0,£0
"Senior Manager Integrated Commissioning / lead commissioner for health",Newly established CCG post,"£76,604 (64,493)",£0,£0
CCG Children's Commissioner,"CCG funded post, no additional cost",£0,£0,£0
CYPS / CHC Commissioner (0.8wte),Joint funded post. Previously CYPS post.,£0,"£18,000","£14,264"
Public Health Children's Commissioning,"Public Health funded post, no additional cost",£0,£0,£0
Commissioning Support Officer,Newly established post,£0,"£4,000","£21,148"
Total,,"£82,448 (70,337)","£22,000","£35,412"
`;
