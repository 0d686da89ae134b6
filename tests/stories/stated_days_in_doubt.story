# story: what speaks against a stated day is shown with its words, and the day stays
article kiln.txt  date=2015-03-01
  The kiln of Orra

  The kiln of Orra was opened on 3 May 2019, and the council came.

article rescue.txt  date=2020-02-11
  Two men saved off Marl

  Two men were pulled from the sea off Marl on Monday night. The lifeboat reached their dinghy shortly before midnight, and both were treated for cold and sent home. Olaf Brand, who keeps the harbour, thanked the crew and asked owners of small boats to carry a radio.

article again.txt  date=2023-02-11
  Two men saved off Marl

  Two men were pulled from the sea off Marl on Monday night. The lifeboat reached their dinghy shortly before midnight, and both were treated for cold and sent home. Olaf Brand, who keeps the harbour, thanked the crew and asked owners of small boats to carry a radio.

build

query dates --columns article,basis,candidate,against
----
again.txt | stated | 11 Feb 2023 | “Two men were pulled from the sea off Marl on Monday night.” (this article) and “Two men were pulled from the sea off Marl on Monday night.” (article of 2020-02-11): nearly all its words stood there 1096 days before the day it states, 2023-02-11; it was probably published again
kiln.txt | stated | 1 Mar 2015 | “3 May 2019” (this article): told as past, 1524 days after the day it states, 2015-03-01
rescue.txt | stated | 11 Feb 2020 |
