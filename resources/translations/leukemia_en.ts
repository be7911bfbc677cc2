<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>DropHint</name>
  <message numerus="yes">
   <source>Drop to open %n fields</source>
   <translation>
    <numerusform>Drop to open %n field</numerusform>
    <numerusform>Drop to open %n fields</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Drop to open %n slides</source>
   <translation>
    <numerusform>Drop to open %n slide</numerusform>
    <numerusform>Drop to open %n slides</numerusform>
   </translation>
  </message>
 </context>
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
   <translation>
    <numerusform>%n differs from the pre-classification</numerusform>
    <numerusform>%n differ from the pre-classification</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n fields not reviewed</source>
   <translation>
    <numerusform>%n field not reviewed</numerusform>
    <numerusform>%n fields not reviewed</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n fields on which readers disagree</source>
   <translation>
    <numerusform>%n field on which readers disagree</numerusform>
    <numerusform>%n fields on which readers disagree</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n fields unreadable</source>
   <translation>
    <numerusform>%n field unreadable</numerusform>
    <numerusform>%n fields unreadable</numerusform>
   </translation>
  </message>
 </context>
</TS>
