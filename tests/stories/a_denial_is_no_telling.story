# story: what an article says did not happen, or that somebody denies, is no further telling of it
article a1.txt  date=2024-05-02  outlet=Quay Post
  Mayor of Marlow resigns

  Mayor Tessa Ferrin resigned on Wednesday after an inquiry into the harbour contracts of Marlow.

article a2.txt  date=2024-05-03  outlet=Morning Wire
  Town denies that the mayor resigned

  The town of Marlow denied that Mayor Tessa Ferrin had resigned over the harbour contracts.

article a3.txt  date=2024-05-04  outlet=Weekly Lantern
  Mayor has not resigned, her office says

  Mayor Tessa Ferrin has not resigned over the harbour contracts of Marlow, her office said.

article a4.txt  date=2024-05-05  outlet=Orra Times
  What is known of the harbour contracts

  Mayor Tessa Ferrin did not resign on Wednesday over the harbour contracts of Marlow, her office said.

article a5.txt  date=2024-05-06  outlet=Harbour Echo
  The harbour contracts of Marlow

  Two firms built the harbour wall of Marlow. Mayor Tessa Ferrin resigned after an inquiry into their harbour contracts.

build

query timeline --columns when,line,articles,origins
----
1 May 2024 | Mayor Tessa Ferrin did not resign on Wednesday over the harbour contracts of Marlow, her office said. | 1 | 1
1 May 2024 | Mayor Tessa Ferrin resigned on Wednesday after an inquiry into the harbour contracts of Marlow. | 2 | 2
by 3 May 2024 | The town of Marlow denied that Mayor Tessa Ferrin had resigned over the harbour contracts. | 1 | 1
by 4 May 2024 | Mayor Tessa Ferrin has not resigned over the harbour contracts of Marlow, her office said. | 1 | 1
