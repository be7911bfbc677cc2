<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa" sourcelanguage="en">
 <context>
  <name>AnalysisThread</name>
  <message>
   <source>The graphics card failed, and the run goes on on the processor: slower, with the same results. Close other programs that use the card, or restart the computer, before the next large run. The card said: %s</source>
   <translation>کارت گرافیک از کار افتاد و تحلیل روی پردازنده ادامه دارد: کندتر، با همان نتایج. پیش از تحلیل بزرگ بعدی، برنامه‌های دیگری را که از کارت استفاده می‌کنند ببندید یا رایانه را از نو راه بیندازید. پیام کارت: %s</translation>
  </message>
  <message>
   <source>The ledger was damaged; it is kept as %s and a new one begins.</source>
   <translation>دفتر ثبت آسیب دیده بود؛ با نام %s نگه داشته شد و دفتر تازه‌ای آغاز می‌شود.</translation>
  </message>
  <message>
   <source>The run is on the processor: slower, with the same results. The graphics card could not be started: there is none, or its driver or a library of CUDA is missing.</source>
   <translation>تحلیل روی پردازنده انجام می‌شود: کندتر، با همان نتایج. کارت گرافیک راه‌اندازی نشد: یا کارتی نیست، یا راه‌انداز آن یا یکی از کتابخانه‌های CUDA موجود نیست.</translation>
  </message>
 </context>
 <context>
  <name>CellModel</name>
  <message>
   <source>{field}, cell {number}: suspicion {suspicion}</source>
   <translation>‏{field}، سلول {number}: شک {suspicion}</translation>
  </message>
 </context>
 <context>
  <name>ControlPanel</name>
  <message>
   <source>Brightness</source>
   <translation>روشنایی</translation>
  </message>
  <message>
   <source>Check now</source>
   <translation>اکنون کنترل کن</translation>
  </message>
  <message>
   <source>Choose the control folder</source>
   <translation>انتخاب پوشهٔ کنترل</translation>
  </message>
  <message>
   <source>Choose the folder into which you take the same control slide every morning, five fields or more. Checked before patient slides, it shows a change of stain, focus, light or of this program first.</source>
   <translation>پوشه‌ای را انتخاب کنید که هر بامداد همان لام کنترل را، پنج میدان یا بیشتر، در آن می‌گیرید. اگر پیش از لام‌های بیماران کنترل شود، تغییر رنگ‌آمیزی، کانونی بودن، نور یا این برنامه را نخست نشان می‌دهد.</translation>
  </message>
  <message>
   <source>Control folder…</source>
   <translation>پوشهٔ کنترل…</translation>
  </message>
  <message>
   <source>Daily control</source>
   <translation>کنترل روزانه</translation>
  </message>
  <message>
   <source>Daily control: %s</source>
   <translation>کنترل روزانه: %s</translation>
  </message>
  <message>
   <source>Domain distance</source>
   <translation>فاصله از دامنه</translation>
  </message>
  <message>
   <source>Focus</source>
   <translation>وضوح</translation>
  </message>
  <message>
   <source>In control at %s.</source>
   <translation>تحت کنترل در %s.</translation>
  </message>
  <message>
   <source>No control folder is chosen.</source>
   <translation>پوشهٔ کنترلی انتخاب نشده است.</translation>
  </message>
  <message>
   <source>Not checked since the baseline. Check before you run patient slides.</source>
   <translation>از زمان خط پایه کنترل نشده است. پیش از تحلیل لام‌های بیماران کنترل کنید.</translation>
  </message>
  <message>
   <source>Out of control at %s. Do not run patient slides before the cause is found.</source>
   <translation>خارج از کنترل در %s. تا یافتن علت، لام بیماران را تحلیل نکنید.</translation>
  </message>
  <message>
   <source>Red-cell diameter</source>
   <translation>قطر گلبول قرمز</translation>
  </message>
  <message>
   <source>Run it when all is well; five runs make the limits those between runs</source>
   <translation>وقتی همه چیز درست است اجرا کنید؛ پنج اجرا حدود میان اجراها را به دست می‌دهد</translation>
  </message>
  <message>
   <source>Running the control folder …</source>
   <translation>پوشهٔ کنترل در حال بررسی است …</translation>
  </message>
  <message>
   <source>Stain</source>
   <translation>رنگ‌آمیزی</translation>
  </message>
  <message>
   <source>Suspicion</source>
   <translation>شک</translation>
  </message>
  <message>
   <source>Take as baseline</source>
   <translation>ثبت به‌عنوان خط پایه</translation>
  </message>
  <message>
   <source>The last check, at %s, is older than a day. Check before you run patient slides.</source>
   <translation>آخرین کنترل، در %s، بیش از یک روز پیش بوده است. پیش از تحلیل لام‌های بیماران کنترل کنید.</translation>
  </message>
  <message>
   <source>The model is not there yet.</source>
   <translation>مدل هنوز آماده نیست.</translation>
  </message>
  <message>
   <source>There is no baseline with this model. Take one when all is well.</source>
   <translation>با این مدل خط پایه‌ای نیست. وقتی همه چیز درست است یکی ثبت کنید.</translation>
  </message>
  <message>
   <source>Uneven light</source>
   <translation>نور ناهمگون</translation>
  </message>
  <message>
   <source>WBC-like cells</source>
   <translation>سلول‌های شبه‌لکوسیت</translation>
  </message>
  <message>
   <source>and %d more</source>
   <translation>و %d تای دیگر</translation>
  </message>
 </context>
 <context>
  <name>CrashReport</name>
  <message>
   <source>Copy details</source>
   <translation>کپی جزئیات</translation>
  </message>
  <message>
   <source>Something went wrong</source>
   <translation>مشکلی پیش آمد</translation>
  </message>
  <message>
   <source>The details are in %s</source>
   <translation>جزئیات در %s است</translation>
  </message>
  <message>
   <source>The program met an error that it does not know. Results so far are kept in the ledger.</source>
   <translation>برنامه با خطایی ناشناخته روبه‌رو شد. نتایج تا اینجا در دفتر ثبت نگه داشته شده‌اند.</translation>
  </message>
 </context>
 <context>
  <name>DisplayPanel</name>
  <message>
   <source>All colours</source>
   <translation>همهٔ رنگ‌ها</translation>
  </message>
  <message>
   <source>Blue</source>
   <translation>آبی</translation>
  </message>
  <message>
   <source>Channel</source>
   <translation>کانال</translation>
  </message>
  <message>
   <source>Display only</source>
   <translation>فقط نمایش</translation>
  </message>
  <message>
   <source>Green</source>
   <translation>سبز</translation>
  </message>
  <message>
   <source>Nuclear stain</source>
   <translation>رنگ‌آمیزی هسته</translation>
  </message>
  <message>
   <source>Nuclear stain: what is left of the light after methylene blue alone</source>
   <translation>رنگ‌آمیزی هسته: آنچه از نور تنها پس از متیلن بلو می‌ماند</translation>
  </message>
  <message>
   <source>Red</source>
   <translation>قرمز</translation>
  </message>
  <message>
   <source>Reset</source>
   <translation>بازنشانی</translation>
  </message>
  <message>
   <source>Show everything as at the start</source>
   <translation>نمایش همه چیز مانند آغاز</translation>
  </message>
  <message>
   <source>not seen by the model</source>
   <translation>مدل آن را نمی‌بیند</translation>
  </message>
 </context>
 <context>
  <name>Divider</name>
  <message>
   <source>Line between original and processed</source>
   <translation>خط میان تصویر اصلی و پردازش‌شده</translation>
  </message>
 </context>
 <context>
  <name>Dock</name>
  <message>
   <source>Panels in one place</source>
   <translation>پنل‌های یک جا</translation>
  </message>
 </context>
 <context>
  <name>DriftChart</name>
  <message>
   <source>%s SD</source>
   <translation>%s SD</translation>
  </message>
  <message>
   <source>Drift chart: %s</source>
   <translation>نمودار روند: %s</translation>
  </message>
  <message>
   <source>SD: standard deviations between the runs of the baseline, or its fields</source>
   <translation>‏SD: انحراف معیار میان اجراهای خط پایه، یا میان میدان‌های آن</translation>
  </message>
 </context>
 <context>
  <name>DropHint</name>
  <message numerus="yes">
   <source>Drop to open %n fields</source>
   <translation>
    <numerusform>رها کنید تا %n میدان باز شود</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Drop to open %n slides</source>
   <translation>
    <numerusform>رها کنید تا %n لام باز شود</numerusform>
   </translation>
  </message>
  <message>
   <source>Drop to open slide folders and fields</source>
   <translation>رها کنید تا پوشه‌های لام و میدان‌ها باز شوند</translation>
  </message>
  <message>
   <source>Drop to open the slide %s</source>
   <translation>رها کنید تا لام %s باز شود</translation>
  </message>
  <message>
   <source>Images are JPEG, PNG, TIFF, BMP and WebP.</source>
   <translation>تصویرها JPEG، PNG، TIFF، BMP و WebP هستند.</translation>
  </message>
  <message>
   <source>Neither a slide folder nor an image</source>
   <translation>نه پوشهٔ لام است و نه تصویر</translation>
  </message>
  <message>
   <source>Nothing is analysed before you press Analyse. Your files are only read.</source>
   <translation>تا «تحلیل» را نزنید چیزی تحلیل نمی‌شود. فایل‌های شما فقط خوانده می‌شوند.</translation>
  </message>
 </context>
 <context>
  <name>EmptyResults</name>
  <message>
   <source>No results yet. Analyse this slide: F5</source>
   <translation>هنوز نتیجه‌ای نیست. این لام را تحلیل کنید: F5</translation>
  </message>
  <message>
   <source>No results yet. Open a slide folder: Ctrl+Shift+O</source>
   <translation>هنوز نتیجه‌ای نیست. پوشهٔ یک لام را باز کنید: Ctrl+Shift+O</translation>
  </message>
  <message>
   <source>No row fits the filters and the search.</source>
   <translation>هیچ سطری با پالایه‌ها و جستجو نمی‌خواند.</translation>
  </message>
  <message>
   <source>The run is paused. Fields appear here when it goes on.</source>
   <translation>اجرا در حال مکث است. با ادامهٔ آن میدان‌ها اینجا ظاهر می‌شوند.</translation>
  </message>
  <message>
   <source>The slide is being analysed. Its fields appear here as they are finished.</source>
   <translation>لام در حال تحلیل است. میدان‌های آن همین که تمام شوند اینجا ظاهر می‌شوند.</translation>
  </message>
  <message>
   <source>This slide waits for those before it. Its fields appear here as they are finished.</source>
   <translation>این لام در انتظار لام‌های پیش از خود است. میدان‌های آن همین که تمام شوند اینجا ظاهر می‌شوند.</translation>
  </message>
 </context>
 <context>
  <name>ExportDialog</name>
  <message>
   <source>Export to this folder</source>
   <translation>صدور به این پوشه</translation>
  </message>
  <message>
   <source>File</source>
   <translation>پرونده</translation>
  </message>
  <message>
   <source>Formats</source>
   <translation>قالب‌ها</translation>
  </message>
  <message>
   <source>Name a file and tick a format.</source>
   <translation>پرونده‌ای را نام ببرید و قالبی را علامت بزنید.</translation>
  </message>
  <message>
   <source>Names</source>
   <translation>نام‌ها</translation>
  </message>
  <message>
   <source>Other folder…</source>
   <translation>پوشهٔ دیگر…</translation>
  </message>
  <message>
   <source>Pseudonyms instead of the names of slides and files</source>
   <translation>نام مستعار به جای نام لام‌ها و پرونده‌ها</translation>
  </message>
  <message>
   <source>Replace</source>
   <translation>جایگزینی</translation>
  </message>
  <message>
   <source>Replaces %s</source>
   <translation>‏%s جایگزین می‌شود</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>ذخیره</translation>
  </message>
  <message>
   <source>The same name has the same pseudonym in every report of this ledger. What is written in a picture stays.</source>
   <translation>هر نام در همهٔ گزارش‌های این دفتر ثبت همان نام مستعار را دارد. آنچه درون تصویر نوشته شده می‌ماند.</translation>
  </message>
  <message>
   <source>There is no folder %s</source>
   <translation>پوشهٔ %s وجود ندارد</translation>
  </message>
  <message>
   <source>Writes %s</source>
   <translation>‏%s نوشته می‌شود</translation>
  </message>
  <message>
   <source>results</source>
   <translation>نتایج</translation>
  </message>
 </context>
 <context>
  <name>FieldModel</name>
  <message>
   <source>not analysed</source>
   <translation>تحلیل نشده</translation>
  </message>
  <message>
   <source>reviewed: %s</source>
   <translation>بازبینی‌شده: %s</translation>
  </message>
 </context>
 <context>
  <name>GalleryPanel</name>
  <message>
   <source>Cells</source>
   <translation>سلول‌ها</translation>
  </message>
  <message>
   <source>Cells, the most suspicious first</source>
   <translation>سلول‌ها، مشکوک‌ترین نخست</translation>
  </message>
  <message>
   <source>Hidden while you read blind</source>
   <translation>در خواندن کور پنهان است</translation>
  </message>
  <message>
   <source>Open a slide to see its cells</source>
   <translation>لامی باز کنید تا سلول‌هایش را ببینید</translation>
  </message>
  <message>
   <source>Suspicion: how much the field's odds against Benign fall without the cell</source>
   <translation>شک: بخت میدان در برابر Benign بدون این سلول چقدر کم می‌شود</translation>
  </message>
  <message>
   <source>the first %d are shown</source>
   <translation>‏%d تای نخست نشان داده می‌شود</translation>
  </message>
  <message>
   <source>{cells} in {done} of {total} fields</source>
   <translation>‏{cells} در {done} از {total} میدان</translation>
  </message>
 </context>
 <context>
  <name>HelpWindow</name>
  <message>
   <source>Back</source>
   <translation>عقب</translation>
  </message>
  <message>
   <source>Forward</source>
   <translation>جلو</translation>
  </message>
  <message>
   <source>Manual</source>
   <translation>راهنما</translation>
  </message>
  <message>
   <source>Next place</source>
   <translation>مورد بعدی</translation>
  </message>
  <message>
   <source>Pages</source>
   <translation>صفحه‌ها</translation>
  </message>
  <message>
   <source>Search the manual</source>
   <translation>جستجو در راهنما</translation>
  </message>
 </context>
 <context>
  <name>ImageViewer</name>
  <message>
   <source>%s cannot be shown</source>
   <translation>‏%s را نمی‌توان نشان داد</translation>
  </message>
  <message>
   <source>100 %</source>
   <translation>100 %</translation>
  </message>
  <message>
   <source>Calibrate by a known length…</source>
   <translation>کالیبره کردن با طول معلوم…</translation>
  </message>
  <message>
   <source>Copy view</source>
   <translation>کپی نما</translation>
  </message>
  <message>
   <source>Copy view without overlays</source>
   <translation>کپی نما بدون لایه‌ها</translation>
  </message>
  <message>
   <source>Draw a line over a known length: two clicks or one drag. Esc ends it.</source>
   <translation>روی یک طول معلوم خط بکشید: دو کلیک یا یک کشیدن. Esc پایان می‌دهد.</translation>
  </message>
  <message>
   <source>Drop a slide folder here, or open one: Ctrl+Shift+O</source>
   <translation>پوشهٔ یک لام را اینجا رها کنید یا یکی باز کنید: Ctrl+Shift+O</translation>
  </message>
  <message>
   <source>Evidence</source>
   <translation>شواهد</translation>
  </message>
  <message>
   <source>Fit</source>
   <translation>تمام‌نما</translation>
  </message>
  <message>
   <source>Forget calibration</source>
   <translation>حذف کالیبراسیون</translation>
  </message>
  <message>
   <source>Model input</source>
   <translation>ورودی مدل</translation>
  </message>
  <message>
   <source>No field open</source>
   <translation>میدانی باز نیست</translation>
  </message>
  <message>
   <source>No recipe</source>
   <translation>بدون دستور</translation>
  </message>
  <message>
   <source>Opening %s …</source>
   <translation>در حال باز کردن %s …</translation>
  </message>
  <message>
   <source>Original</source>
   <translation>اصلی</translation>
  </message>
  <message>
   <source>Original field</source>
   <translation>میدان اصلی</translation>
  </message>
  <message>
   <source>Original, processed and model input</source>
   <translation>اصلی، پردازش‌شده و ورودی مدل</translation>
  </message>
  <message>
   <source>Overview when zoomed in</source>
   <translation>نمای کلی هنگام بزرگ‌نمایی</translation>
  </message>
  <message>
   <source>PNG with overlays (*.png)</source>
   <translation>‏PNG با لایه‌ها (*.png)</translation>
  </message>
  <message>
   <source>PNG without overlays (*.png)</source>
   <translation>‏PNG بدون لایه‌ها (*.png)</translation>
  </message>
  <message>
   <source>Processed</source>
   <translation>پردازش‌شده</translation>
  </message>
  <message>
   <source>Processed field</source>
   <translation>میدان پردازش‌شده</translation>
  </message>
  <message>
   <source>Save view</source>
   <translation>ذخیرهٔ نما</translation>
  </message>
  <message>
   <source>Save view…</source>
   <translation>ذخیرهٔ نما…</translation>
  </message>
  <message>
   <source>Swipe original and processed</source>
   <translation>جابه‌جایی میان اصلی و پردازش‌شده</translation>
  </message>
  <message>
   <source>View written to %s</source>
   <translation>نما در %s نوشته شد</translation>
  </message>
  <message>
   <source>Zoom in</source>
   <translation>بزرگ‌نمایی</translation>
  </message>
  <message>
   <source>Zoom out</source>
   <translation>کوچک‌نمایی</translation>
  </message>
  <message>
   <source>damaged file</source>
   <translation>فایل آسیب‌دیده</translation>
  </message>
  <message>
   <source>display adjusted</source>
   <translation>نمایش تنظیم شده</translation>
  </message>
  <message>
   <source>drawn</source>
   <translation>نقاشی‌شده</translation>
  </message>
  <message>
   <source>preview</source>
   <translation>پیش‌نمایش</translation>
  </message>
 </context>
 <context>
  <name>LogDialog</name>
  <message>
   <source>Copy diagnostics</source>
   <translation>کپی اطلاعات فنی</translation>
  </message>
  <message>
   <source>Copy log</source>
   <translation>کپی گزارش رویدادها</translation>
  </message>
  <message>
   <source>Log</source>
   <translation>گزارش رویدادها</translation>
  </message>
  <message>
   <source>Nothing went wrong so far: the log is empty.</source>
   <translation>تاکنون مشکلی پیش نیامده: گزارش رویدادها خالی است.</translation>
  </message>
  <message>
   <source>The log may name your files. Diagnostics name no file, no folder and no slide.</source>
   <translation>گزارش رویدادها ممکن است نام فایل‌های شما را در بر داشته باشد. اطلاعات فنی نام هیچ فایل، پوشه یا لامی را ندارد.</translation>
  </message>
 </context>
 <context>
  <name>MainWindow</name>
  <message>
   <source>%s left</source>
   <translation>‏%s مانده</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>ادامه</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>مکث</translation>
  </message>
  <message>
   <source>Preprocessing</source>
   <translation>پیش‌پردازش</translation>
  </message>
  <message>
   <source>Result</source>
   <translation>نتیجه</translation>
  </message>
  <message>
   <source>Results</source>
   <translation>نتایج</translation>
  </message>
  <message>
   <source>Results written to %s</source>
   <translation>نتایج در %s نوشته شد</translation>
  </message>
  <message>
   <source>Slides</source>
   <translation>لام‌ها</translation>
  </message>
  <message>
   <source>There is nothing to export yet. Analyse a slide first: F5</source>
   <translation>هنوز چیزی برای خروجی گرفتن نیست. نخست یک لام را تحلیل کنید: F5</translation>
  </message>
  <message>
   <source>fields/s</source>
   <translation>میدان در ثانیه</translation>
  </message>
  <message>
   <source>paused</source>
   <translation>در حال مکث</translation>
  </message>
  <message>
   <source>results</source>
   <translation>نتایج</translation>
  </message>
 </context>
 <context>
  <name>ModelCard</name>
  <message>
   <source>Evidence for %s</source>
   <translation>شواهد برای %s</translation>
  </message>
  <message>
   <source>No answer</source>
   <translation>بدون پاسخ</translation>
  </message>
  <message>
   <source>Prediction set: %s</source>
   <translation>مجموعهٔ پیش‌بینی: %s</translation>
  </message>
  <message>
   <source>none: no label fits</source>
   <translation>هیچ رده‌ای نمی‌خورد</translation>
  </message>
 </context>
 <context>
  <name>ModelChoice</name>
  <message>
   <source>Model</source>
   <translation>مدل</translation>
  </message>
  <message>
   <source>The model that analyses</source>
   <translation>مدلی که تحلیل می‌کند</translation>
  </message>
 </context>
 <context>
  <name>ModelComparison</name>
  <message>
   <source>Models</source>
   <translation>مدل‌ها</translation>
  </message>
  <message>
   <source>Models to compare</source>
   <translation>مدل‌های مورد مقایسه</translation>
  </message>
  <message>
   <source>Open a field to compare what models say of it.</source>
   <translation>میدانی باز کنید تا گفته‌های مدل‌ها دربارهٔ آن مقایسه شود.</translation>
  </message>
  <message>
   <source>Tick the models to compare.</source>
   <translation>مدل‌هایی را که باید مقایسه شوند علامت بزنید.</translation>
  </message>
 </context>
 <context>
  <name>Navigator</name>
  <message>
   <source>Overview of the field</source>
   <translation>نمای کلی میدان</translation>
  </message>
 </context>
 <context>
  <name>NoticeBar</name>
  <message>
   <source>Copy</source>
   <translation>کپی</translation>
  </message>
  <message>
   <source>Dismiss</source>
   <translation>بستن</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>باز کردن</translation>
  </message>
 </context>
 <context>
  <name>PageView</name>
  <message>
   <source>Page of the manual</source>
   <translation>صفحهٔ راهنما</translation>
  </message>
 </context>
 <context>
  <name>Palette</name>
  <message>
   <source>Commands</source>
   <translation>فرمان‌ها</translation>
  </message>
  <message>
   <source>No command fits. Fewer letters find more.</source>
   <translation>هیچ فرمانی جور نیست. حروف کمتر، بیشتر پیدا می‌کند.</translation>
  </message>
  <message>
   <source>Search for a command</source>
   <translation>جستجوی فرمان</translation>
  </message>
  <message>
   <source>Type what you want to do</source>
   <translation>بنویسید چه می‌خواهید بکنید</translation>
  </message>
 </context>
 <context>
  <name>PreprocessingPanel</name>
  <message>
   <source>Add %s</source>
   <translation>افزودن %s</translation>
  </message>
  <message>
   <source>Add step</source>
   <translation>افزودن گام</translation>
  </message>
  <message>
   <source>As the model was trained</source>
   <translation>همان‌گونه که مدل آموزش دید</translation>
  </message>
  <message>
   <source>As trained</source>
   <translation>مانند آموزش</translation>
  </message>
  <message>
   <source>Change %s</source>
   <translation>تغییر %s</translation>
  </message>
  <message>
   <source>Down</source>
   <translation>پایین</translation>
  </message>
  <message>
   <source>Move %s</source>
   <translation>جابه‌جایی %s</translation>
  </message>
  <message>
   <source>Move the chosen step down (Alt+Down)</source>
   <translation>بردن گام انتخاب‌شده به پایین (Alt+Down)</translation>
  </message>
  <message>
   <source>Move the chosen step up (Alt+Up)</source>
   <translation>بردن گام انتخاب‌شده به بالا (Alt+Up)</translation>
  </message>
  <message>
   <source>No model open</source>
   <translation>مدلی باز نیست</translation>
  </message>
  <message>
   <source>No steps: the field is only resized. Add one with Add step.</source>
   <translation>بدون گام: فقط اندازهٔ میدان تغییر می‌کند. با «افزودن گام» یکی بیفزایید.</translation>
  </message>
  <message>
   <source>Preprocessing</source>
   <translation>پیش‌پردازش</translation>
  </message>
  <message>
   <source>Presets</source>
   <translation>پیش‌تنظیم‌ها</translation>
  </message>
  <message>
   <source>Redo</source>
   <translation>انجام دوباره</translation>
  </message>
  <message>
   <source>Redo (Ctrl+Y)</source>
   <translation>انجام دوباره (Ctrl+Y)</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>حذف</translation>
  </message>
  <message>
   <source>Remove %s</source>
   <translation>حذف %s</translation>
  </message>
  <message>
   <source>Remove the chosen step (Delete)</source>
   <translation>حذف گام انتخاب‌شده (Delete)</translation>
  </message>
  <message>
   <source>Switch off %s</source>
   <translation>خاموش کردن %s</translation>
  </message>
  <message>
   <source>Switch on %s</source>
   <translation>روشن کردن %s</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>واگرد</translation>
  </message>
  <message>
   <source>Undo (Ctrl+Z)</source>
   <translation>واگرد (Ctrl+Z)</translation>
  </message>
  <message>
   <source>Up</source>
   <translation>بالا</translation>
  </message>
  <message>
   <source>Use the recipe that the model was trained with</source>
   <translation>استفاده از دستوری که مدل با آن آموزش دیده است</translation>
  </message>
  <message>
   <source>▲ Differs from the model's own: results say so</source>
   <translation>▲ با دستور مدل فرق دارد: نتایج آن را می‌گویند</translation>
  </message>
 </context>
 <context>
  <name>PresetMenu</name>
  <message>
   <source>Delete preset</source>
   <translation>حذف پیش‌تنظیم</translation>
  </message>
  <message>
   <source>Export preset</source>
   <translation>خروجی پیش‌تنظیم</translation>
  </message>
  <message>
   <source>Export to file…</source>
   <translation>خروجی به فایل…</translation>
  </message>
  <message>
   <source>Import %s</source>
   <translation>وارد کردن %s</translation>
  </message>
  <message>
   <source>Import from file…</source>
   <translation>وارد کردن از فایل…</translation>
  </message>
  <message>
   <source>Import preset</source>
   <translation>وارد کردن پیش‌تنظیم</translation>
  </message>
  <message>
   <source>Name of the preset</source>
   <translation>نام پیش‌تنظیم</translation>
  </message>
  <message>
   <source>No presets yet</source>
   <translation>هنوز پیش‌تنظیمی نیست</translation>
  </message>
  <message>
   <source>Preset</source>
   <translation>پیش‌تنظیم</translation>
  </message>
  <message>
   <source>Presets (*.json)</source>
   <translation>پیش‌تنظیم‌ها (*.json)</translation>
  </message>
  <message>
   <source>Save as preset</source>
   <translation>ذخیره به‌عنوان پیش‌تنظیم</translation>
  </message>
  <message>
   <source>Save as preset…</source>
   <translation>ذخیره به‌عنوان پیش‌تنظیم…</translation>
  </message>
  <message>
   <source>Use preset %s</source>
   <translation>استفاده از پیش‌تنظیم %s</translation>
  </message>
 </context>
 <context>
  <name>QShortcut</name>
  <message>
   <source>Alt</source>
   <translation>Alt</translation>
  </message>
  <message>
   <source>Backspace</source>
   <translation>Backspace</translation>
  </message>
  <message>
   <source>Ctrl</source>
   <translation>Ctrl</translation>
  </message>
  <message>
   <source>Del</source>
   <translation>Del</translation>
  </message>
  <message>
   <source>Down</source>
   <translation>Down</translation>
  </message>
  <message>
   <source>End</source>
   <translation>End</translation>
  </message>
  <message>
   <source>Enter</source>
   <translation>Enter</translation>
  </message>
  <message>
   <source>Esc</source>
   <translation>Esc</translation>
  </message>
  <message>
   <source>Home</source>
   <translation>Home</translation>
  </message>
  <message>
   <source>Ins</source>
   <translation>Ins</translation>
  </message>
  <message>
   <source>Left</source>
   <translation>Left</translation>
  </message>
  <message>
   <source>Meta</source>
   <translation>Meta</translation>
  </message>
  <message>
   <source>PgDown</source>
   <translation>PgDown</translation>
  </message>
  <message>
   <source>PgUp</source>
   <translation>PgUp</translation>
  </message>
  <message>
   <source>Return</source>
   <translation>Return</translation>
  </message>
  <message>
   <source>Right</source>
   <translation>Right</translation>
  </message>
  <message>
   <source>Shift</source>
   <translation>Shift</translation>
  </message>
  <message>
   <source>Space</source>
   <translation>Space</translation>
  </message>
  <message>
   <source>Tab</source>
   <translation>Tab</translation>
  </message>
  <message>
   <source>Up</source>
   <translation>Up</translation>
  </message>
 </context>
 <context>
  <name>ReferenceDelegate</name>
  <message>
   <source>signed</source>
   <translation>امضاشده</translation>
  </message>
 </context>
 <context>
  <name>ReferenceModel</name>
  <message>
   <source>File not found</source>
   <translation>پرونده پیدا نشد</translation>
  </message>
  <message>
   <source>No review holds any more</source>
   <translation>دیگر هیچ بازبینی‌ای معتبر نیست</translation>
  </message>
  <message>
   <source>The slide is signed off</source>
   <translation>لام امضا شده است</translation>
  </message>
  <message>
   <source>cell %d</source>
   <translation>سلول %d</translation>
  </message>
  <message>
   <source>field</source>
   <translation>میدان</translation>
  </message>
 </context>
 <context>
  <name>ReferencePanel</name>
  <message>
   <source>%d more are not shown</source>
   <translation>‏%d مورد دیگر نشان داده نمی‌شود</translation>
  </message>
  <message>
   <source>A click on a cell in Cells, or on its number in the result, marks it</source>
   <translation>کلیک روی یک سلول در «سلول‌ها» یا روی شمارهٔ آن در نتیجه، آن را نشان می‌کند</translation>
  </message>
  <message>
   <source>Add marked cell</source>
   <translation>افزودن سلول نشان‌شده</translation>
  </message>
  <message>
   <source>Add this field</source>
   <translation>افزودن این میدان</translation>
  </message>
  <message>
   <source>All classes</source>
   <translation>همهٔ رده‌ها</translation>
  </message>
  <message>
   <source>As large as in the viewer, in µm</source>
   <translation>به همان بزرگی نمایشگر، بر حسب µm</translation>
  </message>
  <message>
   <source>As large as in the viewer, pixel for pixel</source>
   <translation>به همان بزرگی نمایشگر، پیکسل به پیکسل</translation>
  </message>
  <message>
   <source>Chosen</source>
   <translation>برگزیده‌ها</translation>
  </message>
  <message>
   <source>Class</source>
   <translation>رده</translation>
  </message>
  <message>
   <source>No reference of this class yet.</source>
   <translation>هنوز مرجعی از این رده نیست.</translation>
  </message>
  <message>
   <source>No reference yet. Review a field, then add it here, or take one of those reviewed last.</source>
   <translation>هنوز مرجعی نیست. میدانی را بازبینی کنید و اینجا بیفزایید، یا یکی از آخرین بازبینی‌شده‌ها را بردارید.</translation>
  </message>
  <message>
   <source>No reviewed field is known that is not a reference already.</source>
   <translation>میدان بازبینی‌شده‌ای که هنوز مرجع نباشد شناخته نیست.</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>باز کردن</translation>
  </message>
  <message>
   <source>Reference</source>
   <translation>مرجع</translation>
  </message>
  <message>
   <source>References, the newest first</source>
   <translation>مرجع‌ها، تازه‌ترین در آغاز</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>برداشتن</translation>
  </message>
  <message>
   <source>Reviewed last</source>
   <translation>آخرین بازبینی‌شده‌ها</translation>
  </message>
  <message>
   <source>Take as reference</source>
   <translation>مرجع شود</translation>
  </message>
  <message>
   <source>The file was not found: %s. Open the folder in which it lies now.</source>
   <translation>پرونده پیدا نشد: %s. پوشه‌ای را که اکنون در آن است باز کنید.</translation>
  </message>
  <message>
   <source>Which fields</source>
   <translation>کدام میدان‌ها</translation>
  </message>
 </context>
 <context>
  <name>ResultPanel</name>
  <message>
   <source>Analysed</source>
   <translation>تحلیل‌شده</translation>
  </message>
  <message>
   <source>Copy the file from its source again, or take the field once more; then analyse again (F5).</source>
   <translation>فایل را دوباره از منبعش کپی کنید یا از میدان دوباره تصویر بگیرید؛ سپس دوباره تحلیل کنید (F5).</translation>
  </message>
  <message>
   <source>Field</source>
   <translation>میدان</translation>
  </message>
  <message>
   <source>In the model's domain</source>
   <translation>در دامنهٔ مدل</translation>
  </message>
  <message>
   <source>Label</source>
   <translation>رده</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>مدل</translation>
  </message>
  <message>
   <source>Not analysed</source>
   <translation>تحلیل نشده</translation>
  </message>
  <message>
   <source>Not analysed yet. Analyse the slide: F5</source>
   <translation>هنوز تحلیل نشده. تحلیل لام: F5</translation>
  </message>
  <message>
   <source>Not analysed yet: the run has not come to this field.</source>
   <translation>هنوز تحلیل نشده: تحلیل به این میدان نرسیده است.</translation>
  </message>
  <message>
   <source>Open a slide folder to see its fields and results here.</source>
   <translation>پوشهٔ یک لام را باز کنید تا میدان‌ها و نتایجش را اینجا ببینید.</translation>
  </message>
  <message>
   <source>Other preprocessing</source>
   <translation>پیش‌پردازش دیگر</translation>
  </message>
  <message>
   <source>Prediction set</source>
   <translation>مجموعهٔ پیش‌بینی</translation>
  </message>
  <message>
   <source>Ran on</source>
   <translation>اجرا روی</translation>
  </message>
  <message>
   <source>Recipe</source>
   <translation>دستور</translation>
  </message>
  <message>
   <source>Result</source>
   <translation>نتیجه</translation>
  </message>
  <message>
   <source>Smear as in training</source>
   <translation>گسترش همانند آموزش</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>وضعیت</translation>
  </message>
  <message>
   <source>The recipe differs from the model's own.</source>
   <translation>دستور با دستور خود مدل فرق دارد.</translation>
  </message>
  <message>
   <source>as the model was trained</source>
   <translation>همان‌گونه که مدل آموزش دید</translation>
  </message>
  <message>
   <source>differs from the model's own</source>
   <translation>با دستور خود مدل فرق دارد</translation>
  </message>
  <message>
   <source>failed</source>
   <translation>ناموفق</translation>
  </message>
  <message>
   <source>field {at} of {total}</source>
   <translation>میدان {at} از {total}</translation>
  </message>
  <message>
   <source>needs a look</source>
   <translation>نیازمند بررسی</translation>
  </message>
  <message>
   <source>no ({score} of 1.00)</source>
   <translation>خیر ({score} از 1.00)</translation>
  </message>
  <message>
   <source>none: no label fits</source>
   <translation>هیچ رده‌ای نمی‌خورد</translation>
  </message>
  <message>
   <source>ok</source>
   <translation>درست</translation>
  </message>
  <message>
   <source>pre-classification</source>
   <translation>پیش‌طبقه‌بندی</translation>
  </message>
  <message>
   <source>yes ({score} of 1.00)</source>
   <translation>بله ({score} از 1.00)</translation>
  </message>
 </context>
 <context>
  <name>ResultsModel</name>
  <message>
   <source>Cells</source>
   <translation>سلول‌ها</translation>
  </message>
  <message>
   <source>Confidence %</source>
   <translation>اطمینان %</translation>
  </message>
  <message>
   <source>Domain score</source>
   <translation>امتیاز دامنه</translation>
  </message>
  <message>
   <source>Field</source>
   <translation>میدان</translation>
  </message>
  <message>
   <source>Flags</source>
   <translation>نشانه‌ها</translation>
  </message>
  <message>
   <source>Label</source>
   <translation>رده</translation>
  </message>
  <message>
   <source>Prediction set</source>
   <translation>مجموعهٔ پیش‌بینی</translation>
  </message>
  <message>
   <source>Review</source>
   <translation>بازبینی</translation>
  </message>
  <message>
   <source>Slide</source>
   <translation>لام</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>وضعیت</translation>
  </message>
  <message>
   <source>recipe differs from the model's own</source>
   <translation>دستور با دستور خود مدل فرق دارد</translation>
  </message>
 </context>
 <context>
  <name>ResultsTable</name>
  <message>
   <source>A filter below each heading</source>
   <translation>زیر هر سرستون یک پالایه</translation>
  </message>
  <message>
   <source>All</source>
   <translation>همه</translation>
  </message>
  <message>
   <source>All slides</source>
   <translation>همهٔ لام‌ها</translation>
  </message>
  <message>
   <source>Copy rows</source>
   <translation>کپی سطرها</translation>
  </message>
  <message>
   <source>Export rows…</source>
   <translation>خروجی سطرها…</translation>
  </message>
  <message>
   <source>Failed</source>
   <translation>ناموفق</translation>
  </message>
  <message>
   <source>Filters</source>
   <translation>پالایه‌ها</translation>
  </message>
  <message>
   <source>Needs a look</source>
   <translation>نیازمند بررسی</translation>
  </message>
  <message>
   <source>Not reviewed</source>
   <translation>بازبینی نشده</translation>
  </message>
  <message>
   <source>Results</source>
   <translation>نتایج</translation>
  </message>
  <message>
   <source>Rows of every open slide, not of the chosen one alone</source>
   <translation>سطرهای همهٔ لام‌های باز، نه فقط لام انتخاب‌شده</translation>
  </message>
  <message>
   <source>Search  Ctrl+F</source>
   <translation>جستجو  Ctrl+F</translation>
  </message>
  <message>
   <source>Search in the results</source>
   <translation>جستجو در نتایج</translation>
  </message>
  <message>
   <source>Show all</source>
   <translation>نمایش همه</translation>
  </message>
  <message>
   <source>Suspicious</source>
   <translation>مشکوک</translation>
  </message>
  <message>
   <source>Take every filter and the search away</source>
   <translation>برداشتن همهٔ پالایه‌ها و جستجو</translation>
  </message>
 </context>
 <context>
  <name>ReviewDesk</name>
  <message>
   <source>The ledger was damaged; it is kept as %s and a new one begins.</source>
   <translation>دفتر ثبت آسیب دیده بود؛ با نام %s نگه داشته شد و دفتر تازه‌ای آغاز می‌شود.</translation>
  </message>
 </context>
 <context>
  <name>ReviewPage</name>
  <message>
   <source>Agreement…</source>
   <translation>توافق…</translation>
  </message>
  <message>
   <source>Analyse a slide to review it: F5</source>
   <translation>برای بازبینی، لامی را تحلیل کنید: F5</translation>
  </message>
  <message>
   <source>Every review carries this name</source>
   <translation>هر بازبینی این نام را دارد</translation>
  </message>
  <message>
   <source>Go on by itself after a review</source>
   <translation>پس از بازبینی خودکار جلو برو</translation>
  </message>
  <message>
   <source>Hide what the program and the first reader say</source>
   <translation>پنهان کردن گفته‌های برنامه و خوانندهٔ نخست</translation>
  </message>
  <message>
   <source>Next  N</source>
   <translation>بعدی  N</translation>
  </message>
  <message>
   <source>Review</source>
   <translation>بازبینی</translation>
  </message>
  <message>
   <source>Review rows…</source>
   <translation>بازبینی سطرها…</translation>
  </message>
  <message>
   <source>Reviewed fields of the slide</source>
   <translation>میدان‌های بازبینی‌شدهٔ لام</translation>
  </message>
  <message>
   <source>Second reader (blind)</source>
   <translation>خوانندهٔ دوم (کور)</translation>
  </message>
  <message>
   <source>Sign off…</source>
   <translation>امضا…</translation>
  </message>
  <message>
   <source>Unlock…</source>
   <translation>باز کردن قفل…</translation>
  </message>
  <message>
   <source>Who is reading?</source>
   <translation>چه کسی می‌خواند؟</translation>
  </message>
 </context>
 <context>
  <name>ReviewPanel</name>
  <message>
   <source>%s rows are left out: unreadable, signed off, or readers disagree.</source>
   <translation>‏%s سطر کنار گذاشته شد: ناخوانا، امضاشده، یا اختلاف خوانندگان.</translation>
  </message>
  <message>
   <source>Agreement…</source>
   <translation>توافق…</translation>
  </message>
  <message>
   <source>Done again: %s</source>
   <translation>ازنو انجام شد: %s</translation>
  </message>
  <message>
   <source>Every analysed field of this slide is reviewed.</source>
   <translation>همهٔ میدان‌های تحلیل‌شدهٔ این لام بازبینی شده‌اند.</translation>
  </message>
  <message>
   <source>Next field without review</source>
   <translation>میدان بعدی بدون بازبینی</translation>
  </message>
  <message>
   <source>No row that can be reviewed: analyse first, or unlock the slide.</source>
   <translation>سطری برای بازبینی نیست: نخست تحلیل کنید یا قفل لام را باز کنید.</translation>
  </message>
  <message>
   <source>Reasons…</source>
   <translation>دلیل‌ها…</translation>
  </message>
  <message>
   <source>Redo</source>
   <translation>ازنو</translation>
  </message>
  <message>
   <source>Review rows…</source>
   <translation>بازبینی سطرها…</translation>
  </message>
  <message>
   <source>Review: %s</source>
   <translation>بازبینی: %s</translation>
  </message>
  <message>
   <source>Sign off or unlock the slide…</source>
   <translation>امضا یا باز کردن قفل لام…</translation>
  </message>
  <message>
   <source>Slide {slide} is signed off by {by}; unlock it to change its reviews.</source>
   <translation>لام {slide} را {by} امضا کرده است؛ برای تغییر بازبینی‌هایش قفل آن را باز کنید.</translation>
  </message>
  <message>
   <source>Taken back: %s</source>
   <translation>واگرد شد: %s</translation>
  </message>
  <message>
   <source>This field could not be read. It can be set aside as {labels}.</source>
   <translation>این میدان خوانده نشد. می‌توان آن را با عنوان {labels} کنار گذاشت.</translation>
  </message>
  <message>
   <source>This field has no result to review: analyse the slide first (F5).</source>
   <translation>این میدان نتیجه‌ای برای بازبینی ندارد: نخست لام را تحلیل کنید (F5).</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>واگرد</translation>
  </message>
  <message>
   <source>Who is reading…</source>
   <translation>چه کسی می‌خواند…</translation>
  </message>
  <message>
   <source>{label}, where the program says {program}: why?</source>
   <translation>‏{label}، جایی که برنامه {program} می‌گوید: چرا؟</translation>
  </message>
 </context>
 <context>
  <name>SavedFilters</name>
  <message>
   <source>Saved</source>
   <translation>ذخیره‌شده</translation>
  </message>
 </context>
 <context>
  <name>ScaleBar</name>
  <message>
   <source>Scale bar: %s</source>
   <translation>مقیاس: %s</translation>
  </message>
 </context>
 <context>
  <name>SettingsDialog</name>
  <message>
   <source>%s lies in no folder that exists: choose another place</source>
   <translation>‏%s در هیچ پوشهٔ موجودی نیست: جای دیگری انتخاب کنید</translation>
  </message>
  <message>
   <source>Choose…</source>
   <translation>انتخاب…</translation>
  </message>
  <message>
   <source>Ledger</source>
   <translation>دفتر ثبت</translation>
  </message>
  <message>
   <source>Ledger (*.sqlite)</source>
   <translation>دفتر ثبت (*.sqlite)</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>تنظیمات</translation>
  </message>
  <message>
   <source>the one of this user</source>
   <translation>دفتر همین کاربر</translation>
  </message>
 </context>
 <context>
  <name>ShortcutsDialog</name>
  <message>
   <source>As it came</source>
   <translation>مانند آغاز</translation>
  </message>
  <message>
   <source>Command</source>
   <translation>فرمان</translation>
  </message>
  <message>
   <source>Commands and their keys</source>
   <translation>فرمان‌ها و کلیدهایشان</translation>
  </message>
  <message>
   <source>Keyboard shortcuts</source>
   <translation>میان‌برهای صفحه‌کلید</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>کلیدها</translation>
  </message>
  <message>
   <source>Menu</source>
   <translation>منو</translation>
  </message>
  <message>
   <source>New keys</source>
   <translation>کلیدهای تازه</translation>
  </message>
  <message>
   <source>No keys</source>
   <translation>بدون کلید</translation>
  </message>
  <message>
   <source>Press new keys:</source>
   <translation>کلیدهای تازه را فشار دهید:</translation>
  </message>
  <message>
   <source>Restore all</source>
   <translation>بازگرداندن همه</translation>
  </message>
  <message>
   <source>Search commands or keys</source>
   <translation>جستجوی فرمان یا کلید</translation>
  </message>
 </context>
 <context>
  <name>SlideBrowser</name>
  <message>
   <source>Analyse failed fields again</source>
   <translation>تحلیل دوبارهٔ میدان‌های ناموفق</translation>
  </message>
  <message>
   <source>Close slide</source>
   <translation>بستن لام</translation>
  </message>
  <message>
   <source>Fields</source>
   <translation>میدان‌ها</translation>
  </message>
  <message>
   <source>Fields of the slide</source>
   <translation>میدان‌های لام</translation>
  </message>
  <message>
   <source>Looking for fields …</source>
   <translation>در جستجوی میدان‌ها …</translation>
  </message>
  <message>
   <source>Move down</source>
   <translation>بردن به پایین</translation>
  </message>
  <message>
   <source>Move up</source>
   <translation>بردن به بالا</translation>
  </message>
  <message>
   <source>No slide open.
Drop slide folders anywhere in this window.</source>
   <translation>لامی باز نیست.
پوشهٔ لام‌ها را هر جای این پنجره رها کنید.</translation>
  </message>
  <message>
   <source>Open a slide folder</source>
   <translation>باز کردن پوشهٔ لام</translation>
  </message>
  <message>
   <source>Slides</source>
   <translation>لام‌ها</translation>
  </message>
 </context>
 <context>
  <name>SlideModel</name>
  <message>
   <source>%s failed</source>
   <translation>‏%s ناموفق</translation>
  </message>
  <message>
   <source>%s fields</source>
   <translation>‏%s میدان</translation>
  </message>
  <message>
   <source>1 field</source>
   <translation>1 میدان</translation>
  </message>
  <message>
   <source>done · %s</source>
   <translation>انجام شد · %s</translation>
  </message>
  <message>
   <source>no suspicious field</source>
   <translation>بدون میدان مشکوک</translation>
  </message>
  <message>
   <source>paused · {done} of {total}</source>
   <translation>مکث · {done} از {total}</translation>
  </message>
  <message>
   <source>queued · %s</source>
   <translation>در صف · %s</translation>
  </message>
  <message>
   <source>review required</source>
   <translation>بازبینی لازم است</translation>
  </message>
  <message>
   <source>stopped · {done} of {total}</source>
   <translation>متوقف · {done} از {total}</translation>
  </message>
  <message>
   <source>{done} of {total}</source>
   <translation>‏{done} از {total}</translation>
  </message>
  <message>
   <source>{done} of {total} analysed</source>
   <translation>‏{done} از {total} تحلیل شد</translation>
  </message>
 </context>
 <context>
  <name>SlidePanel</name>
  <message>
   <source>Analysed</source>
   <translation>تحلیل‌شده</translation>
  </message>
  <message>
   <source>Benign is never released alone.</source>
   <translation>‏Benign هرگز بدون تأیید یک انسان اعلام نمی‌شود.</translation>
  </message>
  <message>
   <source>Needs a look</source>
   <translation>نیازمند بررسی</translation>
  </message>
  <message>
   <source>No suspicious field</source>
   <translation>بدون میدان مشکوک</translation>
  </message>
  <message>
   <source>Review required</source>
   <translation>بازبینی لازم است</translation>
  </message>
  <message>
   <source>Slide %s</source>
   <translation>لام %s</translation>
  </message>
  <message>
   <source>Suspicious fields</source>
   <translation>میدان‌های مشکوک</translation>
  </message>
  <message>
   <source>Unreadable</source>
   <translation>ناخوانا</translation>
  </message>
  <message>
   <source>{done} of {total}</source>
   <translation>‏{done} از {total}</translation>
  </message>
 </context>
 <context>
  <name>StatusLine</name>
  <message>
   <source>%s MB memory</source>
   <translation>‏%s مگابایت حافظه</translation>
  </message>
  <message numerus="yes">
   <source>CPU · %n threads</source>
   <translation>
    <numerusform>‏CPU‏ · %n رشته</numerusform>
   </translation>
  </message>
  <message>
   <source>Device: shown when a run starts</source>
   <translation>دستگاه: با آغاز تحلیل نشان داده می‌شود</translation>
  </message>
  <message>
   <source>Memory that this program takes</source>
   <translation>حافظه‌ای که این برنامه می‌گیرد</translation>
  </message>
  <message>
   <source>Model refused</source>
   <translation>مدل رد شد</translation>
  </message>
  <message>
   <source>No model yet</source>
   <translation>هنوز مدلی نیست</translation>
  </message>
  <message>
   <source>Progress</source>
   <translation>پیشرفت</translation>
  </message>
  <message>
   <source>recipe differs</source>
   <translation>دستور متفاوت</translation>
  </message>
  <message>
   <source>{done} of {total}</source>
   <translation>‏{done} از {total}</translation>
  </message>
  <message>
   <source>{model} · {size:.1f} MB · verified</source>
   <translation>‏{model}‏ · {size:.1f} مگابایت · تأییدشده</translation>
  </message>
 </context>
 <context>
  <name>StopQuestion</name>
  <message>
   <source>Go on</source>
   <translation>ادامه</translation>
  </message>
  <message>
   <source>Results so far are kept; analysing again goes on where this run stopped.</source>
   <translation>نتایج تا اینجا نگه داشته می‌شوند؛ تحلیل دوباره از همان جا که ایستاد ادامه می‌یابد.</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>توقف</translation>
  </message>
  <message>
   <source>Stop the analysis?</source>
   <translation>تحلیل متوقف شود؟</translation>
  </message>
 </context>
 <context>
  <name>Upkeep</name>
  <message>
   <source>Diagnostics are copied. They name no file, no folder and no slide.</source>
   <translation>اطلاعات فنی کپی شد. نام هیچ فایل، پوشه یا لامی در آن نیست.</translation>
  </message>
  <message>
   <source>Model %s is verified and added. Choose it in the toolbar.</source>
   <translation>مدل %s تأیید و افزوده شد. آن را در نوار ابزار انتخاب کنید.</translation>
  </message>
  <message>
   <source>Some kept thumbnails could not be deleted.</source>
   <translation>برخی از تصویرهای کوچک نگه‌داشته‌شده حذف نشدند.</translation>
  </message>
  <message>
   <source>The kept thumbnails are deleted.</source>
   <translation>تصویرهای کوچک نگه‌داشته‌شده حذف شدند.</translation>
  </message>
  <message>
   <source>{done} of {total} fields analysed</source>
   <translation>‏{done} از {total} میدان تحلیل شد</translation>
  </message>
 </context>
 <context>
  <name>WaitingViewer</name>
  <message>
   <source>Drop a slide folder here, or open one: Ctrl+Shift+O</source>
   <translation>پوشهٔ یک لام را اینجا رها کنید یا یکی باز کنید: Ctrl+Shift+O</translation>
  </message>
  <message>
   <source>Loading …</source>
   <translation>در حال بارگذاری …</translation>
  </message>
  <message>
   <source>No field open</source>
   <translation>میدانی باز نیست</translation>
  </message>
 </context>
 <context>
  <name>WorkspaceKeeper</name>
  <message>
   <source>Steps of the last session</source>
   <translation>گام‌های نشست پیشین</translation>
  </message>
 </context>
 <context>
  <name>_Bar</name>
  <message>
   <source>Close</source>
   <translation>بستن</translation>
  </message>
  <message>
   <source>Drag to move this panel</source>
   <translation>برای جابه‌جایی این پنل بکشید</translation>
  </message>
  <message>
   <source>Float</source>
   <translation>جدا کردن</translation>
  </message>
  <message>
   <source>Put back</source>
   <translation>بازگرداندن</translation>
  </message>
 </context>
 <context>
  <name>actions</name>
  <message>
   <source>A model in a zip; it is verified before it is added</source>
   <translation>مدلی در یک فایل zip؛ پیش از افزودن تأیید می‌شود</translation>
  </message>
  <message>
   <source>About</source>
   <translation>درباره</translation>
  </message>
  <message>
   <source>Add model from file…</source>
   <translation>افزودن مدل از فایل…</translation>
  </message>
  <message>
   <source>Add model from folder…</source>
   <translation>افزودن مدل از پوشه…</translation>
  </message>
  <message>
   <source>Analyse</source>
   <translation>تحلیل</translation>
  </message>
  <message>
   <source>Analyse every slide that is not analysed yet</source>
   <translation>تحلیل همهٔ لام‌هایی که هنوز تحلیل نشده‌اند</translation>
  </message>
  <message>
   <source>Arrange panels</source>
   <translation>چیدن پنل‌ها</translation>
  </message>
  <message>
   <source>Cell outlines</source>
   <translation>مرز سلول‌ها</translation>
  </message>
  <message>
   <source>Close slide</source>
   <translation>بستن لام</translation>
  </message>
  <message>
   <source>Commands…</source>
   <translation>فرمان‌ها…</translation>
  </message>
  <message>
   <source>Copy diagnostics</source>
   <translation>کپی اطلاعات فنی</translation>
  </message>
  <message>
   <source>Copy rows</source>
   <translation>کپی سطرها</translation>
  </message>
  <message>
   <source>Copy the selected rows for a spreadsheet (Ctrl+C in the table)</source>
   <translation>کپی سطرهای انتخاب‌شده برای صفحه‌گسترده (Ctrl+C در جدول)</translation>
  </message>
  <message>
   <source>Delete kept thumbnails</source>
   <translation>حذف تصویرهای کوچک نگه‌داشته‌شده</translation>
  </message>
  <message>
   <source>Edit</source>
   <translation>ویرایش</translation>
  </message>
  <message>
   <source>End after the field in hand; results stay</source>
   <translation>پایان پس از میدان جاری؛ نتایج می‌مانند</translation>
  </message>
  <message>
   <source>Evidence</source>
   <translation>شواهد</translation>
  </message>
  <message>
   <source>Evidence over the original too</source>
   <translation>شواهد روی تصویر اصلی هم</translation>
  </message>
  <message>
   <source>Export</source>
   <translation>خروجی</translation>
  </message>
  <message>
   <source>File</source>
   <translation>فایل</translation>
  </message>
  <message>
   <source>First field</source>
   <translation>نخستین میدان</translation>
  </message>
  <message>
   <source>Full screen</source>
   <translation>تمام‌صفحه</translation>
  </message>
  <message>
   <source>Help</source>
   <translation>کمک</translation>
  </message>
  <message>
   <source>It is verified before it is added</source>
   <translation>پیش از افزودن تأیید می‌شود</translation>
  </message>
  <message>
   <source>Keyboard shortcuts</source>
   <translation>میان‌برهای صفحه‌کلید</translation>
  </message>
  <message>
   <source>Last field</source>
   <translation>آخرین میدان</translation>
  </message>
  <message>
   <source>Log</source>
   <translation>گزارش رویدادها</translation>
  </message>
  <message>
   <source>Manual</source>
   <translation>راهنما</translation>
  </message>
  <message>
   <source>Manual as PDF</source>
   <translation>راهنما به صورت PDF</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>مدل</translation>
  </message>
  <message>
   <source>Next field</source>
   <translation>میدان بعدی</translation>
  </message>
  <message>
   <source>Next field that needs a look</source>
   <translation>میدان بعدیِ نیازمند بررسی</translation>
  </message>
  <message>
   <source>Open a slide folder</source>
   <translation>باز کردن پوشهٔ لام</translation>
  </message>
  <message>
   <source>Open fields…</source>
   <translation>باز کردن میدان‌ها…</translation>
  </message>
  <message>
   <source>Open folder</source>
   <translation>باز کردن پوشه</translation>
  </message>
  <message>
   <source>Open single image files</source>
   <translation>باز کردن تک‌فایل‌های تصویر</translation>
  </message>
  <message>
   <source>Outline and number the cells in the original</source>
   <translation>کشیدن مرز سلول‌ها و شماره‌گذاری آن‌ها در تصویر اصلی</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>مکث</translation>
  </message>
  <message>
   <source>Previous field</source>
   <translation>میدان پیشین</translation>
  </message>
  <message>
   <source>Put every panel back in its first place and size</source>
   <translation>بازگرداندن هر پنل به جا و اندازهٔ نخستش</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>خروج</translation>
  </message>
  <message>
   <source>Reset layout</source>
   <translation>بازنشانی چیدمان</translation>
  </message>
  <message>
   <source>Rest after the field in hand, or go on</source>
   <translation>مکث پس از میدان جاری، یا ادامه</translation>
  </message>
  <message>
   <source>Results stay in the ledger</source>
   <translation>نتایج در دفتر ثبت می‌مانند</translation>
  </message>
  <message>
   <source>Search all commands</source>
   <translation>جستجو در همهٔ فرمان‌ها</translation>
  </message>
  <message>
   <source>Search results</source>
   <translation>جستجو در نتایج</translation>
  </message>
  <message>
   <source>Settings…</source>
   <translation>تنظیمات…</translation>
  </message>
  <message>
   <source>Show handles to move, float and close panels by</source>
   <translation>نمایش دستگیره‌هایی برای جابه‌جایی، جدا کردن و بستن پنل‌ها</translation>
  </message>
  <message>
   <source>Show where the model's evidence lies</source>
   <translation>نمایش جای شواهد مدل</translation>
  </message>
  <message>
   <source>Slide</source>
   <translation>لام</translation>
  </message>
  <message>
   <source>Small pictures of large fields; they are made again when they are needed</source>
   <translation>تصویرهای کوچکِ میدان‌های بزرگ؛ هرگاه لازم باشند دوباره ساخته می‌شوند</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>توقف</translation>
  </message>
  <message>
   <source>The page that fits the part of the window you are in</source>
   <translation>صفحهٔ مربوط به بخشی از پنجره که در آن هستید</translation>
  </message>
  <message>
   <source>The whole manual in one file, for reading and printing</source>
   <translation>همهٔ راهنما در یک پرونده، برای خواندن و چاپ</translation>
  </message>
  <message>
   <source>Toolbar</source>
   <translation>نوار ابزار</translation>
  </message>
  <message>
   <source>Versions, settings and errors, without the name of any file</source>
   <translation>نسخه‌ها، تنظیمات و خطاها، بدون نام هیچ فایلی</translation>
  </message>
  <message>
   <source>View</source>
   <translation>نما</translation>
  </message>
  <message>
   <source>What the program wrote down</source>
   <translation>آنچه برنامه یادداشت کرده است</translation>
  </message>
  <message>
   <source>Write the results to a file</source>
   <translation>نوشتن نتایج در یک فایل</translation>
  </message>
 </context>
 <context>
  <name>app</name>
  <message>
   <source>The defaults are used until the file is mended.</source>
   <translation>تا فایل درست شود، مقدارهای پیش‌فرض به کار می‌روند.</translation>
  </message>
  <message>
   <source>The last session cannot be read and is not opened again: %s</source>
   <translation>نشست پیشین خواندنی نیست و دوباره باز نمی‌شود: %s</translation>
  </message>
 </context>
 <context>
  <name>core</name>
  <message>
   <source>Choose a field with more white cells.</source>
   <translation>میدانی با گلبول‌های سفید بیشتر انتخاب کنید.</translation>
  </message>
  <message>
   <source>Focus again and take the field once more.</source>
   <translation>دوباره کانونی کنید و بار دیگر از میدان تصویر بگیرید.</translation>
  </message>
  <message>
   <source>For research use only. Not for use in diagnostic procedures.</source>
   <translation>فقط برای کاربرد پژوهشی. برای استفاده در روش‌های تشخیصی نیست.</translation>
  </message>
  <message>
   <source>Lower the lamp or the exposure and take the field once more.</source>
   <translation>نور لامپ یا نوردهی را کم کنید و بار دیگر از میدان تصویر بگیرید.</translation>
  </message>
  <message>
   <source>Raise the lamp or the exposure and take the field once more.</source>
   <translation>نور لامپ یا نوردهی را زیاد کنید و بار دیگر از میدان تصویر بگیرید.</translation>
  </message>
  <message>
   <source>Use the objective that the model was trained with.</source>
   <translation>از عدسی شیئی‌ای استفاده کنید که مدل با آن آموزش دیده است.</translation>
  </message>
  <message>
   <source>a field that could not be read cannot be a reference: there is nothing to compare with</source>
   <translation>میدانی که خوانده نشده نمی‌تواند مرجع باشد: چیزی برای مقایسه نیست</translation>
  </message>
  <message>
   <source>a line before it was altered or removed</source>
   <translation>سطری پیش از آن تغییر کرده یا برداشته شده است</translation>
  </message>
  <message>
   <source>a program died while it measured this field, and no other could be started to try it again: memory may be short</source>
   <translation>برنامه‌ای هنگام اندازه‌گیری این میدان از کار افتاد و برنامهٔ دیگری برای آزمودن دوباره راه نیفتاد: شاید حافظه کم است</translation>
  </message>
  <message>
   <source>a reader's name has 1 to {0} characters</source>
   <translation>نام خواننده ۱ تا {0} نویسه دارد</translation>
  </message>
  <message>
   <source>cannot be read: {0}</source>
   <translation>خوانده نمی‌شود: {0}</translation>
  </message>
  <message>
   <source>damaged {0}: {1}</source>
   <translation>‏{0} آسیب‌دیده: {1}</translation>
  </message>
  <message>
   <source>model {0}: it does not say what it is for</source>
   <translation>مدل {0}: نمی‌گوید برای چیست</translation>
  </message>
  <message>
   <source>model {0}: manifest.json is incomplete or malformed: {1}</source>
   <translation>مدل {0}: فایل manifest.json ناقص یا بدشکل است: {1}</translation>
  </message>
  <message>
   <source>model {0}: {1} is not valid: {2}</source>
   <translation>مدل {0}: {1} معتبر نیست: {2}</translation>
  </message>
  <message>
   <source>model {0}: {1} is refused: {2}</source>
   <translation>مدل {0}: {1} رد شد: {2}</translation>
  </message>
  <message>
   <source>model {0}: {1} was altered: its SHA-256 differs from the manifest's</source>
   <translation>مدل {0}: {1} دست‌کاری شده است: SHA-256 آن با مانیفست فرق دارد</translation>
  </message>
  <message>
   <source>no field of this slide was reviewed; there is nothing to sign</source>
   <translation>هیچ میدانی از این لام بازبینی نشده است؛ چیزی برای امضا نیست</translation>
  </message>
  <message>
   <source>no model {0}; known models: {1}</source>
   <translation>مدل {0} وجود ندارد؛ مدل‌های شناخته‌شده: {1}</translation>
  </message>
  <message>
   <source>no permission to read the file</source>
   <translation>اجازهٔ خواندن فایل نیست</translation>
  </message>
  <message>
   <source>not a JPEG, PNG, TIFF, BMP or WebP image ({0})</source>
   <translation>تصویر JPEG، PNG، TIFF، BMP یا WebP نیست ({0})</translation>
  </message>
  <message>
   <source>not a file but a folder, pipe or device</source>
   <translation>فایل نیست؛ پوشه، لوله یا دستگاه است</translation>
  </message>
  <message>
   <source>not an image: only {0} bytes</source>
   <translation>تصویر نیست: فقط {0} بایت</translation>
  </message>
  <message>
   <source>not an image: the file holds text</source>
   <translation>تصویر نیست: فایل متن دارد</translation>
  </message>
  <message>
   <source>not enough memory for {0} x {1} pixels</source>
   <translation>حافظه برای {0} x {1} پیکسل کافی نیست</translation>
  </message>
  <message>
   <source>now</source>
   <translation>اکنون</translation>
  </message>
  <message>
   <source>on {0}, {1} before</source>
   <translation>روی {0}، پیش‌تر روی {1}</translation>
  </message>
  <message>
   <source>only a reviewed field can be a reference: say what it is first</source>
   <translation>تنها میدان بازبینی‌شده می‌تواند مرجع باشد: نخست بگویید چیست</translation>
  </message>
  <message>
   <source>slide {0} is signed off by {1}; unlock it to change its reviews</source>
   <translation>لام {0} را {1} امضا کرده است؛ برای تغییر بازبینی‌ها قفل آن را باز کنید</translation>
  </message>
  <message>
   <source>the file has {0} GB; the limit is {1} GB</source>
   <translation>فایل {0} گیگابایت است؛ حد مجاز {1} گیگابایت است</translation>
  </message>
  <message>
   <source>the file is empty (0 bytes)</source>
   <translation>فایل خالی است (0 بایت)</translation>
  </message>
  <message>
   <source>the file is gone</source>
   <translation>فایل دیگر وجود ندارد</translation>
  </message>
  <message>
   <source>the link points to a file that is gone</source>
   <translation>پیوند به فایلی اشاره می‌کند که دیگر وجود ندارد</translation>
  </message>
  <message>
   <source>the model fails on this field: {0}</source>
   <translation>مدل روی این میدان ناموفق است: {0}</translation>
  </message>
  <message>
   <source>the model gave no usable numbers for this field</source>
   <translation>مدل برای این میدان عدد قابل استفاده‌ای نداد</translation>
  </message>
  <message>
   <source>there is a reader {0} already</source>
   <translation>خواننده‌ای به نام {0} هست</translation>
  </message>
  <message>
   <source>this field was reviewed by the same reader elsewhere meanwhile; look at it again</source>
   <translation>همین خواننده این میدان را در این میان جای دیگری بازبینی کرده است؛ دوباره نگاهش کنید</translation>
  </message>
  <message>
   <source>this is a reference already</source>
   <translation>این از پیش مرجع است</translation>
  </message>
  <message>
   <source>this is no reference any more</source>
   <translation>این دیگر مرجع نیست</translation>
  </message>
  <message>
   <source>this is not the PIN of this reader</source>
   <translation>این پین این خواننده نیست</translation>
  </message>
  <message>
   <source>this slide is not signed off</source>
   <translation>این لام امضا نشده است</translation>
  </message>
  <message>
   <source>this slide is signed off already, by {0}</source>
   <translation>این لام پیش‌تر امضا شده است، به دست {0}</translation>
  </message>
  <message>
   <source>truncated JPEG: the picture stops after {0} bytes</source>
   <translation>‏JPEG بریده: تصویر پس از {0} بایت تمام می‌شود</translation>
  </message>
  <message>
   <source>truncated or damaged JPEG: no picture in {0} bytes</source>
   <translation>‏JPEG بریده یا آسیب‌دیده: در {0} بایت تصویری نیست</translation>
  </message>
  <message>
   <source>truncated or damaged PNG: no picture in {0} bytes</source>
   <translation>‏PNG بریده یا آسیب‌دیده: در {0} بایت تصویری نیست</translation>
  </message>
  <message>
   <source>two programs died while they measured this field: it is damaged in a way that ends them, or memory is short</source>
   <translation>دو برنامه هنگام اندازه‌گیری این میدان از کار افتادند: آسیبی دارد که آن‌ها را می‌بندد، یا حافظه کم است</translation>
  </message>
  <message>
   <source>two readers disagree on this field: it cannot be a reference</source>
   <translation>دو خواننده دربارهٔ این میدان هم‌نظر نیستند: نمی‌تواند مرجع باشد</translation>
  </message>
  <message>
   <source>{0} differs by {1} in probability {2}</source>
   <translation>‏{0} در احتمال به اندازهٔ {1} فرق دارد {2}</translation>
  </message>
  <message>
   <source>{0} is {1} SD from the baseline</source>
   <translation>‏{0} به اندازهٔ {1} SD از خط پایه دور است</translation>
  </message>
  <message>
   <source>{0} is {1} {2}, and was {3}</source>
   <translation>‏{0} برابر {1} است {2}، و {3} بود</translation>
  </message>
  <message>
   <source>{0} x {1} pixels are {2} megapixels; the limit is {3}</source>
   <translation>‏{0} x {1} پیکسل برابر {2} مگاپیکسل است؛ حد مجاز {3} است</translation>
  </message>
  <message>
   <source>{0}, and was {1} SD in the run before</source>
   <translation>‏{0}، و در اجرای پیش {1} SD بود</translation>
  </message>
  <message>
   <source>{0}: a database of another program; name another file with --ledger</source>
   <translation>‏{0}: پایگاه دادهٔ برنامهٔ دیگری است؛ با --ledger فایل دیگری نام ببرید</translation>
  </message>
  <message>
   <source>{0}: a report ends in one of {1}</source>
   <translation>‏{0}: گزارش به یکی از این‌ها ختم می‌شود: {1}</translation>
  </message>
  <message>
   <source>{0}: a zip with one manifest.json is one model; this one has {1}</source>
   <translation>‏{0}: یک zip با یک manifest.json یک مدل است؛ این یکی {1} تا دارد</translation>
  </message>
  <message>
   <source>{0}: exists, is not this program's, and would be replaced; name another file</source>
   <translation>‏{0}: وجود دارد، از این برنامه نیست و جایگزین می‌شد؛ فایل دیگری نام ببرید</translation>
  </message>
  <message>
   <source>{0}: is in the way</source>
   <translation>‏{0}: سر راه است</translation>
  </message>
  <message>
   <source>{0}: is not a file</source>
   <translation>‏{0}: فایل نیست</translation>
  </message>
  <message>
   <source>{0}: line {1}: {2}</source>
   <translation>‏{0}: سطر {1}: {2}</translation>
  </message>
  <message>
   <source>{0}: no JPEG, PNG, TIFF, BMP or WebP image in this folder</source>
   <translation>‏{0}: در این پوشه تصویر JPEG، PNG، TIFF، BMP یا WebP نیست</translation>
  </message>
  <message>
   <source>{0}: no model folder: there is no manifest.json in it</source>
   <translation>‏{0}: پوشهٔ مدل نیست: manifest.json در آن نیست</translation>
  </message>
  <message>
   <source>{0}: no such folder</source>
   <translation>‏{0}: چنین پوشه‌ای نیست</translation>
  </message>
  <message>
   <source>{0}: not a zip that can be read: {1}</source>
   <translation>‏{0}: فایل zip خواندنی نیست: {1}</translation>
  </message>
  <message>
   <source>{0}: not permitted to write here; is the file open in another program or the folder read-only?</source>
   <translation>‏{0}: اجازهٔ نوشتن در اینجا نیست؛ آیا فایل در برنامهٔ دیگری باز است یا پوشه فقط‌خواندنی است؟</translation>
  </message>
  <message>
   <source>{0}: nothing matches</source>
   <translation>‏{0}: چیزی نمی‌خواند</translation>
  </message>
  <message>
   <source>{0}: the control was stopped</source>
   <translation>‏{0}: کنترل متوقف شد</translation>
  </message>
  <message>
   <source>{0}: the folder {1} does not exist</source>
   <translation>‏{0}: پوشهٔ {1} وجود ندارد</translation>
  </message>
  <message>
   <source>{0}: written by a newer program (ledger version {1}); update this one</source>
   <translation>‏{0}: برنامهٔ تازه‌تری آن را نوشته است (نسخهٔ {1} دفتر ثبت)؛ این برنامه را به‌روز کنید</translation>
  </message>
  <message>
   <source>{0}: {1}</source>
   <translation>{0}: {1}</translation>
  </message>
  <message>
   <source>{0}: {1} fields are too few for a control; take at least {2}</source>
   <translation>‏{0}: {1} میدان برای کنترل بسیار کم است؛ دست‌کم {2} بردارید</translation>
  </message>
  <message>
   <source>{0}: {1}; can the folder be written? --ledger names another place</source>
   <translation>‏{0}: {1}؛ آیا می‌توان در پوشه نوشت؟ --ledger جای دیگری را نام می‌برد</translation>
  </message>
 </context>
 <context>
  <name>errands</name>
  <message>
   <source>Without a ledger there are no pseudonyms: it keeps their key.</source>
   <translation>بدون دفتر ثبت نام مستعاری نیست: کلید آن‌ها در دفتر ثبت است.</translation>
  </message>
 </context>
 <context>
  <name>help</name>
  <message>
   <source>No program here opens a PDF. The manual lies at %s</source>
   <translation>هیچ برنامه‌ای اینجا PDF باز نمی‌کند. راهنما در %s است</translation>
  </message>
 </context>
 <context>
  <name>history</name>
  <message>
   <source>Calibration</source>
   <translation>کالیبراسیون</translation>
  </message>
  <message>
   <source>Close slide</source>
   <translation>بستن لام</translation>
  </message>
  <message>
   <source>Columns</source>
   <translation>ستون‌ها</translation>
  </message>
  <message>
   <source>Filters</source>
   <translation>پالایه‌ها</translation>
  </message>
  <message>
   <source>Order of the rows</source>
   <translation>ترتیب ردیف‌ها</translation>
  </message>
  <message>
   <source>Order of the slides</source>
   <translation>ترتیب لام‌ها</translation>
  </message>
  <message>
   <source>Preprocessing</source>
   <translation>پیش‌پردازش</translation>
  </message>
  <message>
   <source>Reference</source>
   <translation>مرجع</translation>
  </message>
  <message>
   <source>Review</source>
   <translation>بازبینی</translation>
  </message>
  <message>
   <source>Saved filters</source>
   <translation>پالایه‌های ذخیره‌شده</translation>
  </message>
  <message>
   <source>Search</source>
   <translation>جستجو</translation>
  </message>
 </context>
 <context>
  <name>insight</name>
  <message>
   <source>Evidence for %s</source>
   <translation>شواهد برای %s</translation>
  </message>
  <message>
   <source>Evidence: asking the model …</source>
   <translation>شواهد: در حال پرسش از مدل …</translation>
  </message>
  <message>
   <source>No evidence</source>
   <translation>بدون شواهد</translation>
  </message>
  <message>
   <source>No evidence for %s</source>
   <translation>بدون شواهد برای %s</translation>
  </message>
  <message>
   <source>The evidence cannot be shown: %s</source>
   <translation>شواهد را نمی‌توان نشان داد: %s</translation>
  </message>
 </context>
 <context>
  <name>keys</name>
  <message>
   <source>%s has a meaning of its own in text, tables and panels.</source>
   <translation>‏%s در متن، جدول‌ها و پنل‌ها معنای خود را دارد.</translation>
  </message>
  <message>
   <source>%s is needed to move and choose in lists and panels.</source>
   <translation>‏%s برای حرکت و انتخاب در فهرست‌ها و پنل‌ها لازم است.</translation>
  </message>
  <message>
   <source>This is not a key that the program knows.</source>
   <translation>برنامه این کلید را نمی‌شناسد.</translation>
  </message>
  <message>
   <source>or</source>
   <translation>یا</translation>
  </message>
  <message>
   <source>{keys} belongs to “{command}”. Give that another key first.</source>
   <translation>‏{keys} از آن «{command}» است. نخست کلید دیگری به آن بدهید.</translation>
  </message>
 </context>
 <context>
  <name>measuring</name>
  <message>
   <source>Calibrate</source>
   <translation>کالیبره کردن</translation>
  </message>
  <message>
   <source>The line is %.1f px long. Its length in µm:</source>
   <translation>طول خط %.1f px است. طول آن به µm:</translation>
  </message>
 </context>
 <context>
  <name>panels</name>
  <message>
   <source>Cells</source>
   <translation>سلول‌ها</translation>
  </message>
  <message>
   <source>Compare models</source>
   <translation>مقایسهٔ مدل‌ها</translation>
  </message>
  <message>
   <source>Daily control</source>
   <translation>کنترل روزانه</translation>
  </message>
  <message>
   <source>Reference</source>
   <translation>مرجع</translation>
  </message>
  <message>
   <source>Review</source>
   <translation>بازبینی</translation>
  </message>
 </context>
 <context>
  <name>parameters</name>
  <message>
   <source>Blueness</source>
   <translation>سهم آبی</translation>
  </message>
  <message>
   <source>Brightness</source>
   <translation>روشنایی</translation>
  </message>
  <message>
   <source>Channel</source>
   <translation>کانال</translation>
  </message>
  <message>
   <source>Clip limit</source>
   <translation>حد برش</translation>
  </message>
  <message>
   <source>Contrast</source>
   <translation>کنتراست</translation>
  </message>
  <message>
   <source>Evidence</source>
   <translation>شواهد</translation>
  </message>
  <message>
   <source>Gamma</source>
   <translation>گاما</translation>
  </message>
  <message>
   <source>Grey</source>
   <translation>خاکستری</translation>
  </message>
  <message>
   <source>Left</source>
   <translation>چپ</translation>
  </message>
  <message>
   <source>Margin</source>
   <translation>حاشیه</translation>
  </message>
  <message>
   <source>Min radius</source>
   <translation>کمترین شعاع</translation>
  </message>
  <message>
   <source>Outlines</source>
   <translation>مرزها</translation>
  </message>
  <message>
   <source>Redness</source>
   <translation>سهم قرمز</translation>
  </message>
  <message>
   <source>Sigma</source>
   <translation>سیگما</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>اندازه</translation>
  </message>
  <message>
   <source>Strength</source>
   <translation>شدت</translation>
  </message>
  <message>
   <source>Tiles</source>
   <translation>کاشی‌ها</translation>
  </message>
  <message>
   <source>Top</source>
   <translation>بالا</translation>
  </message>
 </context>
 <context>
  <name>questions</name>
  <message>
   <source>About</source>
   <translation>درباره</translation>
  </message>
  <message>
   <source>Add a model</source>
   <translation>افزودن مدل</translation>
  </message>
  <message>
   <source>Export results</source>
   <translation>خروجی نتایج</translation>
  </message>
  <message>
   <source>Fields</source>
   <translation>میدان‌ها</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>مدل</translation>
  </message>
  <message>
   <source>Open a slide folder</source>
   <translation>باز کردن پوشهٔ لام</translation>
  </message>
  <message>
   <source>Open fields</source>
   <translation>باز کردن میدان‌ها</translation>
  </message>
  <message>
   <source>The program pre-classifies fields; a morphologist decides. Subtype is confirmed by immunophenotyping.</source>
   <translation>برنامه میدان‌ها را پیش‌طبقه‌بندی می‌کند؛ مورفولوژیست تصمیم می‌گیرد. زیرگروه با ایمونوفنوتایپ تأیید می‌شود.</translation>
  </message>
 </context>
 <context>
  <name>recent</name>
  <message>
   <source>Clear this list</source>
   <translation>پاک کردن این فهرست</translation>
  </message>
  <message>
   <source>Open recent</source>
   <translation>باز کردن موارد اخیر</translation>
  </message>
  <message>
   <source>Opened lately</source>
   <translation>به‌تازگی باز شده</translation>
  </message>
 </context>
 <context>
  <name>results</name>
  <message>
   <source>A number or a range: &gt;90, &lt;=3, 10-20</source>
   <translation>یک عدد یا یک بازه: &gt;90, &lt;=3, 10-20</translation>
  </message>
  <message>
   <source>All</source>
   <translation>همه</translation>
  </message>
  <message>
   <source>As at the first start</source>
   <translation>مانند آغاز نخست</translation>
  </message>
  <message>
   <source>Choose rows in the table first.</source>
   <translation>نخست سطرهایی در جدول انتخاب کنید.</translation>
  </message>
  <message>
   <source>Columns</source>
   <translation>ستون‌ها</translation>
  </message>
  <message numerus="yes">
   <source>Export %n rows</source>
   <translation>
    <numerusform>خروجی %n سطر</numerusform>
   </translation>
  </message>
  <message>
   <source>Filter %s</source>
   <translation>پالایش %s</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>نام</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>حذف</translation>
  </message>
  <message>
   <source>Rows are exported as CSV or Excel.</source>
   <translation>سطرها به‌صورت CSV یا Excel خروجی می‌گیرند.</translation>
  </message>
  <message>
   <source>Save this filter</source>
   <translation>ذخیرهٔ این پالایه</translation>
  </message>
  <message>
   <source>Save this filter…</source>
   <translation>ذخیرهٔ این پالایه…</translation>
  </message>
 </context>
 <context>
  <name>review</name>
  <message>
   <source>Agree</source>
   <translation>موافق</translation>
  </message>
  <message>
   <source>Agreement</source>
   <translation>توافق</translation>
  </message>
  <message>
   <source>All slides</source>
   <translation>همهٔ لام‌ها</translation>
  </message>
  <message>
   <source>Artefact</source>
   <translation>آرتیفکت</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>لغو</translation>
  </message>
  <message>
   <source>Cohen's kappa (95 %)</source>
   <translation>کاپای کوهن (95 %)</translation>
  </message>
  <message>
   <source>Comment</source>
   <translation>توضیح</translation>
  </message>
  <message>
   <source>Every review carries the reader's name. A new name is added; a PIN is optional and stays on this computer.</source>
   <translation>هر بازبینی نام خواننده را دارد. نام تازه افزوده می‌شود؛ PIN اختیاری است و در همین رایانه می‌ماند.</translation>
  </message>
  <message>
   <source>Fields</source>
   <translation>میدان‌ها</translation>
  </message>
  <message>
   <source>Fields by what the one and the other says</source>
   <translation>میدان‌ها بر پایهٔ گفتهٔ این و آن</translation>
  </message>
  <message>
   <source>Fields on which readers disagree</source>
   <translation>میدان‌هایی که خوانندگان در آن اختلاف دارند</translation>
  </message>
  <message>
   <source>Fields on which readers disagree: %s. Enter goes to one.</source>
   <translation>میدان‌هایی که خوانندگان در آن اختلاف دارند: %s. Enter به یکی می‌رود.</translation>
  </message>
  <message>
   <source>Keep</source>
   <translation>نگه داشتن</translation>
  </message>
  <message>
   <source>Label</source>
   <translation>رده</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>نام</translation>
  </message>
  <message>
   <source>No field on which two readers disagree.</source>
   <translation>میدانی نیست که دو خواننده در آن اختلاف داشته باشند.</translation>
  </message>
  <message>
   <source>Not classed</source>
   <translation>رده‌بندی نشده</translation>
  </message>
  <message>
   <source>Nothing is reviewed yet.</source>
   <translation>هنوز چیزی بازبینی نشده است.</translation>
  </message>
  <message>
   <source>One reason a line. Reasons that were given stay as they are.</source>
   <translation>هر سطر یک دلیل. دلیل‌هایی که پیش‌تر داده شده‌اند همان‌گونه می‌مانند.</translation>
  </message>
  <message>
   <source>PIN</source>
   <translation>PIN</translation>
  </message>
  <message>
   <source>Read</source>
   <translation>خوانده‌شده</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>دلیل</translation>
  </message>
  <message>
   <source>Reasons</source>
   <translation>دلیل‌ها</translation>
  </message>
  <message>
   <source>Review %s fields</source>
   <translation>بازبینی %s میدان</translation>
  </message>
  <message>
   <source>Review rows</source>
   <translation>بازبینی سطرها</translation>
  </message>
  <message>
   <source>Review taken back · {keys} keeps it again</source>
   <translation>بازبینی پس گرفته شد · {keys} آن را برمی‌گرداند</translation>
  </message>
  <message>
   <source>Reviewed as {label} · {keys} takes that back</source>
   <translation>بازبینی شد: {label}‏ · {keys} آن را پس می‌گیرد</translation>
  </message>
  <message>
   <source>Sign off</source>
   <translation>امضا</translation>
  </message>
  <message>
   <source>Signing locks every review of slide {slide}. The record will say: {reader}, now.</source>
   <translation>امضا همهٔ بازبینی‌های لام {slide} را قفل می‌کند. در دفتر نوشته می‌شود: {reader}، اکنون.</translation>
  </message>
  <message>
   <source>Slide</source>
   <translation>لام</translation>
  </message>
  <message>
   <source>Slide {slide} is signed off by {by}. Unlocking is recorded; the sign-off stays in the record.</source>
   <translation>لام {slide} را {by} امضا کرده است. باز کردن قفل ثبت می‌شود؛ امضا در دفتر می‌ماند.</translation>
  </message>
  <message>
   <source>The interval takes fields for independent of each other. Fields of one slide are not: the true one is wider. A consensus is not counted: it was found together.</source>
   <translation>این بازه میدان‌ها را مستقل از یکدیگر می‌گیرد. میدان‌های یک لام مستقل نیستند: بازهٔ درست پهن‌تر است. اجماع شمرده نمی‌شود: با هم به دست آمده است.</translation>
  </message>
  <message>
   <source>The same review for %s fields, one entry each. It can be undone at once.</source>
   <translation>همان بازبینی برای %s میدان، برای هر یک یک ثبت. می‌توان آن را یک‌جا واگرد کرد.</translation>
  </message>
  <message>
   <source>Unidentified</source>
   <translation>نامشخص</translation>
  </message>
  <message>
   <source>Unlock</source>
   <translation>باز کردن قفل</translation>
  </message>
  <message>
   <source>Who</source>
   <translation>چه کسی</translation>
  </message>
  <message>
   <source>Who is reading?</source>
   <translation>چه کسی می‌خواند؟</translation>
  </message>
  <message>
   <source>first reader</source>
   <translation>خوانندهٔ نخست</translation>
  </message>
  <message>
   <source>none is asked for</source>
   <translation>خواسته نشده است</translation>
  </message>
  <message>
   <source>none: one label only</source>
   <translation>هیچ: فقط یک رده</translation>
  </message>
  <message>
   <source>not reviewed</source>
   <translation>بازبینی نشده</translation>
  </message>
  <message>
   <source>optional</source>
   <translation>اختیاری</translation>
  </message>
  <message>
   <source>program</source>
   <translation>برنامه</translation>
  </message>
  <message>
   <source>readers disagree</source>
   <translation>خوانندگان اختلاف دارند</translation>
  </message>
  <message>
   <source>second reader</source>
   <translation>خوانندهٔ دوم</translation>
  </message>
  <message>
   <source>{count} fields reviewed as {label} · {keys} takes that back</source>
   <translation>‏{count} میدان بازبینی شد: {label}‏ · {keys} آن را پس می‌گیرد</translation>
  </message>
  <message>
   <source>{slide}: rows are what the {one} says, columns the {other}</source>
   <translation>‏{slide}: سطرها {one}، ستون‌ها {other}</translation>
  </message>
 </context>
 <context>
  <name>settings_dialog</name>
  <message>
   <source>0 uses every core of the computer; fewer leave some for other programs. From the next run on.</source>
   <translation>0 همهٔ هسته‌های رایانه را می‌گیرد؛ کمتر، چندتایی برای برنامه‌های دیگر می‌گذارد. از تحلیل بعدی.</translation>
  </message>
  <message>
   <source>A field whose confidence is lower needs a look. What is on the screen is judged again at once.</source>
   <translation>میدانی با اطمینان کمتر نیازمند بررسی است. آنچه روی صفحه است بی‌درنگ از نو داوری می‌شود.</translation>
  </message>
  <message>
   <source>A graphics card is faster for large batches. From the next run on.</source>
   <translation>کارت گرافیک برای دسته‌های بزرگ سریع‌تر است. از تحلیل بعدی.</translation>
  </message>
  <message>
   <source>As the system</source>
   <translation>مانند سیستم</translation>
  </message>
  <message>
   <source>Ask a person below this confidence</source>
   <translation>زیر این اطمینان از انسان پرسیده شود</translation>
  </message>
  <message>
   <source>Colours</source>
   <translation>رنگ‌ها</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>تیره</translation>
  </message>
  <message>
   <source>Fields analysed side by side</source>
   <translation>میدان‌هایی که هم‌زمان تحلیل می‌شوند</translation>
  </message>
  <message>
   <source>From the next start on.</source>
   <translation>از آغاز بعدی.</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>زبان</translation>
  </message>
  <message>
   <source>Larger images are refused before they are opened. From the next start on.</source>
   <translation>تصویرهای بزرگ‌تر پیش از باز شدن رد می‌شوند. از آغاز بعدی.</translation>
  </message>
  <message>
   <source>Largest field</source>
   <translation>بزرگ‌ترین میدان</translation>
  </message>
  <message>
   <source>Ledger</source>
   <translation>دفتر ثبت</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>روشن</translation>
  </message>
  <message>
   <source>NVIDIA graphics card (CUDA)</source>
   <translation>کارت گرافیک NVIDIA (CUDA)</translation>
  </message>
  <message>
   <source>Processor (CPU)</source>
   <translation>پردازنده (CPU)</translation>
  </message>
  <message>
   <source>Sets miss the true label in 1 of 100 fields instead of 5; more fields have several labels and need a look.</source>
   <translation>مجموعه‌ها به‌جای 5 میدان در 1 میدان از 100 میدان ردهٔ درست را ندارند؛ میدان‌های بیشتری چند رده دارند و نیازمند بررسی‌اند.</translation>
  </message>
  <message>
   <source>Stricter prediction sets</source>
   <translation>مجموعه‌های پیش‌بینی سخت‌گیرانه‌تر</translation>
  </message>
  <message>
   <source>The fastest there is</source>
   <translation>سریع‌ترین موجود</translation>
  </message>
  <message>
   <source>The file that keeps every result and every review. From the next run on.</source>
   <translation>فایلی که همهٔ نتایج و بازبینی‌ها را نگه می‌دارد. از تحلیل بعدی.</translation>
  </message>
  <message>
   <source>Where the model runs</source>
   <translation>محل اجرای مدل</translation>
  </message>
 </context>
 <context>
  <name>slide</name>
  <message numerus="yes">
   <source>%n differ from the pre-classification</source>
   <translation>
    <numerusform>‏%n با پیش‌طبقه‌بندی فرق دارد</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n fields not reviewed</source>
   <translation>
    <numerusform>‏%n میدان بازبینی نشده</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n fields on which readers disagree</source>
   <translation>
    <numerusform>‏%n میدان که خوانندگان در آن اختلاف دارند</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n fields unreadable</source>
   <translation>
    <numerusform>‏%n میدان ناخوانا</numerusform>
   </translation>
  </message>
  <message>
   <source>Fields signed then that are not here: {count}.</source>
   <translation>‏میدان‌هایی که آن هنگام امضا شد و اینجا نیست: {count}.</translation>
  </message>
  <message>
   <source>Fields that came later and are not part of it: {count}.</source>
   <translation>‏میدان‌هایی که پس از آن آمده و جزو آن نیست: {count}.</translation>
  </message>
  <message>
   <source>No field was reviewed by a person.</source>
   <translation>هیچ میدانی را انسان بازبینی نکرده است.</translation>
  </message>
  <message>
   <source>No suspicious field; a person decides: Benign is never released alone.</source>
   <translation>بدون میدان مشکوک؛ انسان تصمیم می‌گیرد: Benign هرگز بدون او اعلام نمی‌شود.</translation>
  </message>
  <message>
   <source>Not signed off. Open: {items}.</source>
   <translation>امضا نشده. باز: {items}.</translation>
  </message>
  <message>
   <source>Review required.</source>
   <translation>بازبینی لازم است.</translation>
  </message>
  <message>
   <source>Signed off by {reader} on {when} UTC, open then: {items}.</source>
   <translation>‏{reader} در {when} UTC امضا کرد، باز در آن هنگام: {items}.</translation>
  </message>
  <message>
   <source>none differs from the pre-classification</source>
   <translation>هیچ‌یک با پیش‌طبقه‌بندی فرق ندارد</translation>
  </message>
  <message>
   <source>nothing</source>
   <translation>هیچ</translation>
  </message>
  <message>
   <source>{count} suspicious ({labels})</source>
   <translation>‏{count} مشکوک ({labels})</translation>
  </message>
  <message>
   <source>{count} unreadable</source>
   <translation>‏{count} ناخوانا</translation>
  </message>
  <message>
   <source>{count} with flags</source>
   <translation>‏{count} دارای نشانه</translation>
  </message>
  <message>
   <source>{done} of {total} fields analysed</source>
   <translation>‏{done} از {total} میدان تحلیل شد</translation>
  </message>
  <message>
   <source>{done} of {total} fields reviewed by a person</source>
   <translation>‏{done} از {total} میدان را انسان بازبینی کرده است</translation>
  </message>
 </context>
 <context>
  <name>steps</name>
  <message>
   <source>Contrast (CLAHE)</source>
   <translation>کنتراست (CLAHE)</translation>
  </message>
  <message>
   <source>Cut the largest centred square and resize it to `size` x `size` pixels.</source>
   <translation>بریدن بزرگ‌ترین مربع میانی و رساندن آن به اندازهٔ داده‌شده به پیکسل.</translation>
  </message>
  <message>
   <source>Equalise the lightness (L of LAB) in `tiles` x `tiles` tiles, limited to `clip_limit` (Zuiderveld 1994).</source>
   <translation>یکنواخت کردن روشنایی (L در LAB) در کاشی‌ها، تا حد برش (Zuiderveld 1994).</translation>
  </message>
  <message>
   <source>Gaussian blur</source>
   <translation>تاری گاوسی</translation>
  </message>
  <message>
   <source>Hide scale bar</source>
   <translation>پوشاندن خط مقیاس</translation>
  </message>
  <message>
   <source>Keep WBC-like cells, grown by `margin`, on white, so that neither background nor red cells can give the label away.</source>
   <translation>نگه داشتن سلول‌های شبه‌لکوسیت، با حاشیه، روی زمینهٔ سفید تا نه زمینه و نه گلبول‌های قرمز رده را لو ندهند.</translation>
  </message>
  <message>
   <source>Keep cells only</source>
   <translation>نگه داشتن فقط سلول‌ها</translation>
  </message>
  <message>
   <source>Keep pink, purple and blue pixels and paint the rest in one grey, black as in the seed project.</source>
   <translation>نگه داشتن پیکسل‌های صورتی، بنفش و آبی و یک خاکستری برای بقیه، سیاه مانند پروژهٔ آغازین.</translation>
  </message>
  <message>
   <source>Keep stained colours (LAB mask)</source>
   <translation>نگه داشتن رنگ‌گرفته‌ها (ماسک LAB)</translation>
  </message>
  <message>
   <source>Paint the lower right corner, from the fractions `left` and `top` of the width and height, in one grey.</source>
   <translation>پوشاندن گوشهٔ پایین راست، از کسرهای «چپ» و «بالا»ی پهنا و بلندی، با یک خاکستری.</translation>
  </message>
  <message>
   <source>Scale each channel so that the channel means agree (Buchsbaum 1980), blended by `strength`.</source>
   <translation>مقیاس کردن هر کانال تا میانگین‌ها برابر شوند (Buchsbaum 1980)، آمیخته به اندازهٔ «شدت».</translation>
  </message>
  <message>
   <source>Smooth with a Gaussian of standard deviation `sigma` pixels.</source>
   <translation>هموار کردن با گاوسی با انحراف معیار «سیگما» پیکسل.</translation>
  </message>
  <message>
   <source>Square crop and resize</source>
   <translation>برش مربع و تغییر اندازه</translation>
  </message>
  <message>
   <source>White balance (grey world)</source>
   <translation>تراز سفیدی (جهان خاکستری)</translation>
  </message>
 </context>
 <context>
  <name>view_menu</name>
  <message>
   <source>As the system</source>
   <translation>مانند سیستم</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>تیره</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>روشن</translation>
  </message>
  <message>
   <source>Panels</source>
   <translation>پنل‌ها</translation>
  </message>
  <message>
   <source>Theme</source>
   <translation>پوسته</translation>
  </message>
 </context>
 <context>
  <name>why</name>
  <message>
   <source>(%d at the border)</source>
   <translation>‏(%d در لبه)</translation>
  </message>
  <message>
   <source>(chance %s)</source>
   <translation>(تصادف %s)</translation>
  </message>
  <message>
   <source>Cell {number}: {drop}</source>
   <translation>سلول {number}: {drop}</translation>
  </message>
  <message>
   <source>Cells that speak most</source>
   <translation>سلول‌های گویاتر</translation>
  </message>
  <message>
   <source>Evidence inside cells</source>
   <translation>شواهد درون سلول‌ها</translation>
  </message>
  <message>
   <source>WBC-like cells</source>
   <translation>سلول‌های شبه‌لکوسیت</translation>
  </message>
 </context>
 <context>
  <name>words</name>
  <message>
   <source>, </source>
   <translation>، </translation>
  </message>
  <message>
   <source>For trying the program out; nothing to do.</source>
   <translation>برای آزمودن برنامه؛ کاری لازم نیست.</translation>
  </message>
  <message>
   <source>Look at the field yourself; the model is not sure.</source>
   <translation>خودتان به میدان نگاه کنید؛ مدل مطمئن نیست.</translation>
  </message>
  <message>
   <source>More than one label fits. Decide between those of the prediction set.</source>
   <translation>بیش از یک رده می‌خورد. میان رده‌های مجموعهٔ پیش‌بینی تصمیم بگیرید.</translation>
  </message>
  <message>
   <source>Parts of the picture may be invented. Copy the file from its source again.</source>
   <translation>بخش‌هایی از تصویر ممکن است ساختگی باشد. فایل را دوباره از منبعش کپی کنید.</translation>
  </message>
  <message>
   <source>The model has not seen such fields. Do not rely on it.</source>
   <translation>مدل چنین میدان‌هایی ندیده است. به آن تکیه نکنید.</translation>
  </message>
  <message>
   <source>Unidentified</source>
   <translation>نامشخص</translation>
  </message>
  <message>
   <source>ambiguous set</source>
   <translation>مجموعهٔ مبهم</translation>
  </message>
  <message>
   <source>blurred</source>
   <translation>تار</translation>
  </message>
  <message>
   <source>damaged file</source>
   <translation>فایل آسیب‌دیده</translation>
  </message>
  <message>
   <source>drawn, not a real field</source>
   <translation>نقاشی‌شده، میدان واقعی نیست</translation>
  </message>
  <message>
   <source>failed</source>
   <translation>ناموفق</translation>
  </message>
  <message>
   <source>few cells</source>
   <translation>سلول کم</translation>
  </message>
  <message>
   <source>low confidence</source>
   <translation>اطمینان کم</translation>
  </message>
  <message>
   <source>ok</source>
   <translation>درست</translation>
  </message>
  <message>
   <source>other magnification</source>
   <translation>بزرگ‌نمایی دیگر</translation>
  </message>
  <message>
   <source>over-exposed</source>
   <translation>نوردهی زیاد</translation>
  </message>
  <message>
   <source>review</source>
   <translation>نیازمند بررسی</translation>
  </message>
  <message>
   <source>under-exposed</source>
   <translation>نوردهی کم</translation>
  </message>
  <message>
   <source>unlike the training fields</source>
   <translation>ناهمانند با میدان‌های آموزش</translation>
  </message>
  <message>
   <source>{hours} h {minutes} min</source>
   <translation>‏{hours} ساعت و {minutes} دقیقه</translation>
  </message>
  <message>
   <source>{minutes} min</source>
   <translation>‏{minutes} دقیقه</translation>
  </message>
  <message>
   <source>{minutes} min {seconds} s</source>
   <translation>‏{minutes} دقیقه و {seconds} ثانیه</translation>
  </message>
  <message>
   <source>{seconds} s</source>
   <translation>‏{seconds} ثانیه</translation>
  </message>
 </context>
</TS>
