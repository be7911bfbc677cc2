<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>StatusLine</name>
  <message numerus="yes">
   <source>CPU · %n threads</source>
   <translation>
    <numerusform>CPU · %n thread</numerusform>
    <numerusform>CPU · %n threads</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>results</name>
  <message numerus="yes">
   <source>Export %n rows</source>
   <translation>
    <numerusform>Export %n row</numerusform>
    <numerusform>Export %n rows</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>slide</name>
  <message numerus="yes">
   <source>%n differ from the pre-classification</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n fields not reviewed</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n fields on which readers disagree</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n fields unreadable</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
 </context>
</TS>
