# story: relative times hang on the stated date, inside a quotation on the day it was said; without one they stay open
article dated.txt  date=2024-03-13
  The dam at Orra

  The gates were opened on Monday. Workers had seen the water rise yesterday morning, and a month ago the pump had failed.

  "I will go home tomorrow," said Ben Aro.

  "I was up all night. The water came exactly 1 year ago, and it came again last week," Ida Aro wrote on Instagram on Tuesday. "I am tired today," she added.

article undated.txt
  The dam at Orra, again

  The gates were closed on Monday. They had been opened in March 2024.

build

query times --columns article,text,value,anchor
----
dated.txt | 2024-03-13 | 2024-03-13 | none
dated.txt | Monday | 2024-03-11 | published
dated.txt | yesterday morning | 2024-03-12TMO | published
dated.txt | a month ago | 2024-02 | published
dated.txt | tomorrow | XXXX-XX-XX | unresolved
dated.txt | exactly 1 year ago | 2023-03-12 | said
dated.txt | last week | 2024-W10 | said
dated.txt | Tuesday | 2024-03-12 | published
dated.txt | today | 2024-03-12 | said
undated.txt | Monday | XXXX-WXX-1 | unresolved
undated.txt | March 2024 | 2024-03 | none
