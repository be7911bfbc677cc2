<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
 <context>
  <name>AnalysisThread</name>
  <message>
   <source>The graphics card failed, and the run goes on on the processor: slower, with the same results. Close other programs that use the card, or restart the computer, before the next large run. The card said: %s</source>
   <translation>La tarjeta gráfica ha fallado y el análisis sigue en el procesador: más lento, con los mismos resultados. Cierre otros programas que usen la tarjeta, o reinicie el ordenador, antes del próximo análisis grande. La tarjeta indicó: %s</translation>
  </message>
  <message>
   <source>The ledger was damaged; it is kept as %s and a new one begins.</source>
   <translation>El registro estaba dañado; se conserva como %s y comienza uno nuevo.</translation>
  </message>
  <message>
   <source>The run is on the processor: slower, with the same results. The graphics card could not be started: there is none, or its driver or a library of CUDA is missing.</source>
   <translation>El análisis se hace en el procesador: más lento, con los mismos resultados. La tarjeta gráfica no se pudo iniciar: no hay ninguna, o falta su controlador o una biblioteca de CUDA.</translation>
  </message>
 </context>
 <context>
  <name>CellModel</name>
  <message>
   <source>{field}, cell {number}: suspicion {suspicion}</source>
   <translation>{field}, célula {number}: sospecha {suspicion}</translation>
  </message>
 </context>
 <context>
  <name>ControlPanel</name>
  <message>
   <source>Brightness</source>
   <translation>Brillo</translation>
  </message>
  <message>
   <source>Check now</source>
   <translation>Controlar ahora</translation>
  </message>
  <message>
   <source>Choose the control folder</source>
   <translation>Elegir la carpeta de control</translation>
  </message>
  <message>
   <source>Choose the folder into which you take the same control slide every morning, five fields or more. Checked before patient slides, it shows a change of stain, focus, light or of this program first.</source>
   <translation>Elija la carpeta en la que captura cada mañana el mismo portaobjetos de control, cinco campos o más. Controlada antes de los portaobjetos de pacientes, muestra primero un cambio de tinción, enfoque, luz o de este programa.</translation>
  </message>
  <message>
   <source>Control folder…</source>
   <translation>Carpeta de control…</translation>
  </message>
  <message>
   <source>Daily control</source>
   <translation>Control diario</translation>
  </message>
  <message>
   <source>Daily control: %s</source>
   <translation>Control diario: %s</translation>
  </message>
  <message>
   <source>Domain distance</source>
   <translation>Distancia al dominio</translation>
  </message>
  <message>
   <source>Focus</source>
   <translation>Enfoque</translation>
  </message>
  <message>
   <source>In control at %s.</source>
   <translation>Bajo control el %s.</translation>
  </message>
  <message>
   <source>No control folder is chosen.</source>
   <translation>No se ha elegido carpeta de control.</translation>
  </message>
  <message>
   <source>Not checked since the baseline. Check before you run patient slides.</source>
   <translation>Sin control desde la referencia. Controle antes de pasar portaobjetos de pacientes.</translation>
  </message>
  <message>
   <source>Out of control at %s. Do not run patient slides before the cause is found.</source>
   <translation>Fuera de control el %s. No pase portaobjetos de pacientes antes de hallar la causa.</translation>
  </message>
  <message>
   <source>Red-cell diameter</source>
   <translation>Diámetro de los glóbulos rojos</translation>
  </message>
  <message>
   <source>Run it when all is well; five runs make the limits those between runs</source>
   <translation>Ejecutar cuando todo esté bien; cinco pasadas dan los límites entre pasadas</translation>
  </message>
  <message>
   <source>Running the control folder …</source>
   <translation>Controlando la carpeta …</translation>
  </message>
  <message>
   <source>Stain</source>
   <translation>Tinción</translation>
  </message>
  <message>
   <source>Suspicion</source>
   <translation>Sospecha</translation>
  </message>
  <message>
   <source>Take as baseline</source>
   <translation>Tomar como referencia</translation>
  </message>
  <message>
   <source>The last check, at %s, is older than a day. Check before you run patient slides.</source>
   <translation>El último control, el %s, tiene más de un día. Controle antes de pasar portaobjetos de pacientes.</translation>
  </message>
  <message>
   <source>The model is not there yet.</source>
   <translation>El modelo aún no está.</translation>
  </message>
  <message>
   <source>There is no baseline with this model. Take one when all is well.</source>
   <translation>No hay referencia con este modelo. Tome una cuando todo esté bien.</translation>
  </message>
  <message>
   <source>Uneven light</source>
   <translation>Luz desigual</translation>
  </message>
  <message>
   <source>WBC-like cells</source>
   <translation>Células de tipo leucocitario</translation>
  </message>
  <message>
   <source>and %d more</source>
   <translation>y %d más</translation>
  </message>
 </context>
 <context>
  <name>CrashReport</name>
  <message>
   <source>Copy details</source>
   <translation>Copiar los detalles</translation>
  </message>
  <message>
   <source>Something went wrong</source>
   <translation>Algo ha fallado</translation>
  </message>
  <message>
   <source>The details are in %s</source>
   <translation>Los detalles están en %s</translation>
  </message>
  <message>
   <source>The program met an error that it does not know. Results so far are kept in the ledger.</source>
   <translation>El programa ha encontrado un error que no conoce. Los resultados obtenidos se conservan en el registro.</translation>
  </message>
 </context>
 <context>
  <name>DisplayPanel</name>
  <message>
   <source>All colours</source>
   <translation>Todos los colores</translation>
  </message>
  <message>
   <source>Blue</source>
   <translation>Azul</translation>
  </message>
  <message>
   <source>Channel</source>
   <translation>Canal</translation>
  </message>
  <message>
   <source>Display only</source>
   <translation>Solo pantalla</translation>
  </message>
  <message>
   <source>Green</source>
   <translation>Verde</translation>
  </message>
  <message>
   <source>Nuclear stain</source>
   <translation>Tinción nuclear</translation>
  </message>
  <message>
   <source>Nuclear stain: what is left of the light after methylene blue alone</source>
   <translation>Tinción nuclear: lo que queda de la luz tras el azul de metileno solo</translation>
  </message>
  <message>
   <source>Red</source>
   <translation>Rojo</translation>
  </message>
  <message>
   <source>Reset</source>
   <translation>Restablecer</translation>
  </message>
  <message>
   <source>Show everything as at the start</source>
   <translation>Mostrar todo como al principio</translation>
  </message>
  <message>
   <source>not seen by the model</source>
   <translation>el modelo no lo ve</translation>
  </message>
 </context>
 <context>
  <name>Divider</name>
  <message>
   <source>Line between original and processed</source>
   <translation>Línea entre original y procesado</translation>
  </message>
 </context>
 <context>
  <name>Dock</name>
  <message>
   <source>Panels in one place</source>
   <translation>Paneles en el mismo lugar</translation>
  </message>
 </context>
 <context>
  <name>DriftChart</name>
  <message>
   <source>%s SD</source>
   <translation>%s DE</translation>
  </message>
  <message>
   <source>Drift chart: %s</source>
   <translation>Gráfico de deriva: %s</translation>
  </message>
  <message>
   <source>SD: standard deviations between the runs of the baseline, or its fields</source>
   <translation>DE: desviaciones estándar entre las pasadas de la referencia, o entre sus campos</translation>
  </message>
 </context>
 <context>
  <name>DropHint</name>
  <message numerus="yes">
   <source>Drop to open %n fields</source>
   <translation>
    <numerusform>Suelte para abrir %n campo</numerusform>
    <numerusform>Suelte para abrir %n campos</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Drop to open %n slides</source>
   <translation>
    <numerusform>Suelte para abrir %n portaobjetos</numerusform>
    <numerusform>Suelte para abrir %n portaobjetos</numerusform>
   </translation>
  </message>
  <message>
   <source>Drop to open slide folders and fields</source>
   <translation>Suelte para abrir carpetas de portaobjetos y campos</translation>
  </message>
  <message>
   <source>Drop to open the slide %s</source>
   <translation>Suelte para abrir el portaobjetos %s</translation>
  </message>
  <message>
   <source>Images are JPEG, PNG, TIFF, BMP and WebP.</source>
   <translation>Las imágenes son JPEG, PNG, TIFF, BMP y WebP.</translation>
  </message>
  <message>
   <source>Neither a slide folder nor an image</source>
   <translation>Ni carpeta de portaobjetos ni imagen</translation>
  </message>
  <message>
   <source>Nothing is analysed before you press Analyse. Your files are only read.</source>
   <translation>No se analiza nada hasta que pulse Analizar. Sus archivos solo se leen.</translation>
  </message>
 </context>
 <context>
  <name>EmptyResults</name>
  <message>
   <source>No results yet. Analyse this slide: F5</source>
   <translation>Aún no hay resultados. Analice este portaobjetos: F5</translation>
  </message>
  <message>
   <source>No results yet. Open a slide folder: Ctrl+Shift+O</source>
   <translation>Aún no hay resultados. Abra una carpeta de portaobjetos: Ctrl+Mayús+O</translation>
  </message>
  <message>
   <source>No row fits the filters and the search.</source>
   <translation>Ninguna fila cumple los filtros y la búsqueda.</translation>
  </message>
  <message>
   <source>The run is paused. Fields appear here when it goes on.</source>
   <translation>La ejecución está en pausa. Los campos aparecen aquí cuando continúe.</translation>
  </message>
  <message>
   <source>The slide is being analysed. Its fields appear here as they are finished.</source>
   <translation>El portaobjetos se está analizando. Sus campos aparecen aquí a medida que se terminan.</translation>
  </message>
  <message>
   <source>This slide waits for those before it. Its fields appear here as they are finished.</source>
   <translation>Este portaobjetos espera a los anteriores. Sus campos aparecen aquí a medida que se terminan.</translation>
  </message>
 </context>
 <context>
  <name>ExportDialog</name>
  <message>
   <source>Export to this folder</source>
   <translation>Exportar a esta carpeta</translation>
  </message>
  <message>
   <source>File</source>
   <translation>Archivo</translation>
  </message>
  <message>
   <source>Formats</source>
   <translation>Formatos</translation>
  </message>
  <message>
   <source>Name a file and tick a format.</source>
   <translation>Nombre un archivo y marque un formato.</translation>
  </message>
  <message>
   <source>Names</source>
   <translation>Nombres</translation>
  </message>
  <message>
   <source>Other folder…</source>
   <translation>Otra carpeta…</translation>
  </message>
  <message>
   <source>Pseudonyms instead of the names of slides and files</source>
   <translation>Seudónimos en lugar de los nombres de portaobjetos y archivos</translation>
  </message>
  <message>
   <source>Replace</source>
   <translation>Reemplazar</translation>
  </message>
  <message>
   <source>Replaces %s</source>
   <translation>Reemplaza %s</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Guardar</translation>
  </message>
  <message>
   <source>The same name has the same pseudonym in every report of this ledger. What is written in a picture stays.</source>
   <translation>El mismo nombre tiene el mismo seudónimo en todos los informes de este registro. Lo que está escrito en una imagen permanece.</translation>
  </message>
  <message>
   <source>There is no folder %s</source>
   <translation>No existe la carpeta %s</translation>
  </message>
  <message>
   <source>Writes %s</source>
   <translation>Escribe %s</translation>
  </message>
  <message>
   <source>results</source>
   <translation>resultados</translation>
  </message>
 </context>
 <context>
  <name>FieldModel</name>
  <message>
   <source>not analysed</source>
   <translation>sin analizar</translation>
  </message>
  <message>
   <source>reviewed: %s</source>
   <translation>revisado: %s</translation>
  </message>
 </context>
 <context>
  <name>GalleryPanel</name>
  <message>
   <source>Cells</source>
   <translation>Células</translation>
  </message>
  <message>
   <source>Cells, the most suspicious first</source>
   <translation>Células, las más sospechosas primero</translation>
  </message>
  <message>
   <source>Hidden while you read blind</source>
   <translation>Oculto mientras lee a ciegas</translation>
  </message>
  <message>
   <source>Open a slide to see its cells</source>
   <translation>Abra un portaobjetos para ver sus células</translation>
  </message>
  <message>
   <source>Suspicion: how much the field's odds against Benign fall without the cell</source>
   <translation>Sospecha: cuánto bajan sin la célula las probabilidades del campo en contra de Benign</translation>
  </message>
  <message>
   <source>the first %d are shown</source>
   <translation>se muestran las primeras %d</translation>
  </message>
  <message>
   <source>{cells} in {done} of {total} fields</source>
   <translation>{cells} en {done} de {total} campos</translation>
  </message>
 </context>
 <context>
  <name>HelpWindow</name>
  <message>
   <source>Back</source>
   <translation>Atrás</translation>
  </message>
  <message>
   <source>Forward</source>
   <translation>Adelante</translation>
  </message>
  <message>
   <source>Manual</source>
   <translation>Manual</translation>
  </message>
  <message>
   <source>Next place</source>
   <translation>Siguiente aparición</translation>
  </message>
  <message>
   <source>Pages</source>
   <translation>Páginas</translation>
  </message>
  <message>
   <source>Search the manual</source>
   <translation>Buscar en el manual</translation>
  </message>
 </context>
 <context>
  <name>ImageViewer</name>
  <message>
   <source>%s cannot be shown</source>
   <translation>%s no se puede mostrar</translation>
  </message>
  <message>
   <source>100 %</source>
   <translation>100 %</translation>
  </message>
  <message>
   <source>Calibrate by a known length…</source>
   <translation>Calibrar con una longitud conocida…</translation>
  </message>
  <message>
   <source>Copy view</source>
   <translation>Copiar vista</translation>
  </message>
  <message>
   <source>Copy view without overlays</source>
   <translation>Copiar vista sin capas</translation>
  </message>
  <message>
   <source>Draw a line over a known length: two clicks or one drag. Esc ends it.</source>
   <translation>Trace una línea sobre una longitud conocida: dos clics o un arrastre. Esc termina.</translation>
  </message>
  <message>
   <source>Drop a slide folder here, or open one: Ctrl+Shift+O</source>
   <translation>Suelte aquí una carpeta de portaobjetos, o abra una: Ctrl+Mayús+O</translation>
  </message>
  <message>
   <source>Evidence</source>
   <translation>Evidencia</translation>
  </message>
  <message>
   <source>Fit</source>
   <translation>Ajustar</translation>
  </message>
  <message>
   <source>Forget calibration</source>
   <translation>Olvidar la calibración</translation>
  </message>
  <message>
   <source>Model input</source>
   <translation>Entrada del modelo</translation>
  </message>
  <message>
   <source>No field open</source>
   <translation>Ningún campo abierto</translation>
  </message>
  <message>
   <source>No recipe</source>
   <translation>Sin receta</translation>
  </message>
  <message>
   <source>Opening %s …</source>
   <translation>Abriendo %s …</translation>
  </message>
  <message>
   <source>Original</source>
   <translation>Original</translation>
  </message>
  <message>
   <source>Original field</source>
   <translation>Campo original</translation>
  </message>
  <message>
   <source>Original, processed and model input</source>
   <translation>Original, procesado y entrada del modelo</translation>
  </message>
  <message>
   <source>Overview when zoomed in</source>
   <translation>Vista general al ampliar</translation>
  </message>
  <message>
   <source>PNG with overlays (*.png)</source>
   <translation>PNG con capas (*.png)</translation>
  </message>
  <message>
   <source>PNG without overlays (*.png)</source>
   <translation>PNG sin capas (*.png)</translation>
  </message>
  <message>
   <source>Processed</source>
   <translation>Procesado</translation>
  </message>
  <message>
   <source>Processed field</source>
   <translation>Campo procesado</translation>
  </message>
  <message>
   <source>Save view</source>
   <translation>Guardar vista</translation>
  </message>
  <message>
   <source>Save view…</source>
   <translation>Guardar vista…</translation>
  </message>
  <message>
   <source>Swipe original and processed</source>
   <translation>Deslizar entre original y procesado</translation>
  </message>
  <message>
   <source>View written to %s</source>
   <translation>Vista guardada en %s</translation>
  </message>
  <message>
   <source>Zoom in</source>
   <translation>Ampliar</translation>
  </message>
  <message>
   <source>Zoom out</source>
   <translation>Reducir</translation>
  </message>
  <message>
   <source>damaged file</source>
   <translation>archivo dañado</translation>
  </message>
  <message>
   <source>display adjusted</source>
   <translation>pantalla ajustada</translation>
  </message>
  <message>
   <source>drawn</source>
   <translation>dibujado</translation>
  </message>
  <message>
   <source>preview</source>
   <translation>vista previa</translation>
  </message>
 </context>
 <context>
  <name>LogDialog</name>
  <message>
   <source>Copy diagnostics</source>
   <translation>Copiar diagnóstico técnico</translation>
  </message>
  <message>
   <source>Copy log</source>
   <translation>Copiar bitácora</translation>
  </message>
  <message>
   <source>Log</source>
   <translation>Bitácora</translation>
  </message>
  <message>
   <source>Nothing went wrong so far: the log is empty.</source>
   <translation>Hasta ahora no ha fallado nada: la bitácora está vacía.</translation>
  </message>
  <message>
   <source>The log may name your files. Diagnostics name no file, no folder and no slide.</source>
   <translation>La bitácora puede nombrar sus archivos. El diagnóstico técnico no nombra archivos, carpetas ni portaobjetos.</translation>
  </message>
 </context>
 <context>
  <name>MainWindow</name>
  <message>
   <source>%s left</source>
   <translation>faltan %s</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>Continuar</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>Pausa</translation>
  </message>
  <message>
   <source>Preprocessing</source>
   <translation>Preprocesamiento</translation>
  </message>
  <message>
   <source>Result</source>
   <translation>Resultado</translation>
  </message>
  <message>
   <source>Results</source>
   <translation>Resultados</translation>
  </message>
  <message>
   <source>Results written to %s</source>
   <translation>Resultados escritos en %s</translation>
  </message>
  <message>
   <source>Slides</source>
   <translation>Portaobjetos</translation>
  </message>
  <message>
   <source>There is nothing to export yet. Analyse a slide first: F5</source>
   <translation>Aún no hay nada que exportar. Analice primero un portaobjetos: F5</translation>
  </message>
  <message>
   <source>fields/s</source>
   <translation>campos/s</translation>
  </message>
  <message>
   <source>paused</source>
   <translation>en pausa</translation>
  </message>
  <message>
   <source>results</source>
   <translation>resultados</translation>
  </message>
 </context>
 <context>
  <name>ModelCard</name>
  <message>
   <source>Evidence for %s</source>
   <translation>Evidencia para %s</translation>
  </message>
  <message>
   <source>No answer</source>
   <translation>Sin respuesta</translation>
  </message>
  <message>
   <source>Prediction set: %s</source>
   <translation>Conjunto de predicción: %s</translation>
  </message>
  <message>
   <source>none: no label fits</source>
   <translation>ninguna encaja</translation>
  </message>
 </context>
 <context>
  <name>ModelChoice</name>
  <message>
   <source>Model</source>
   <translation>Modelo</translation>
  </message>
  <message>
   <source>The model that analyses</source>
   <translation>El modelo que analiza</translation>
  </message>
 </context>
 <context>
  <name>ModelComparison</name>
  <message>
   <source>Models</source>
   <translation>Modelos</translation>
  </message>
  <message>
   <source>Models to compare</source>
   <translation>Modelos para comparar</translation>
  </message>
  <message>
   <source>Open a field to compare what models say of it.</source>
   <translation>Abra un campo para comparar lo que dicen de él los modelos.</translation>
  </message>
  <message>
   <source>Tick the models to compare.</source>
   <translation>Marque los modelos que quiere comparar.</translation>
  </message>
 </context>
 <context>
  <name>Navigator</name>
  <message>
   <source>Overview of the field</source>
   <translation>Vista general del campo</translation>
  </message>
 </context>
 <context>
  <name>NoticeBar</name>
  <message>
   <source>Copy</source>
   <translation>Copiar</translation>
  </message>
  <message>
   <source>Dismiss</source>
   <translation>Cerrar</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Abrir</translation>
  </message>
 </context>
 <context>
  <name>PageView</name>
  <message>
   <source>Page of the manual</source>
   <translation>Página del manual</translation>
  </message>
 </context>
 <context>
  <name>Palette</name>
  <message>
   <source>Commands</source>
   <translation>Órdenes</translation>
  </message>
  <message>
   <source>No command fits. Fewer letters find more.</source>
   <translation>Ninguna orden coincide. Con menos letras se encuentra más.</translation>
  </message>
  <message>
   <source>Search for a command</source>
   <translation>Buscar una orden</translation>
  </message>
  <message>
   <source>Type what you want to do</source>
   <translation>Escriba lo que quiere hacer</translation>
  </message>
 </context>
 <context>
  <name>PreprocessingPanel</name>
  <message>
   <source>Add %s</source>
   <translation>Añadir %s</translation>
  </message>
  <message>
   <source>Add step</source>
   <translation>Añadir paso</translation>
  </message>
  <message>
   <source>As the model was trained</source>
   <translation>Como se entrenó el modelo</translation>
  </message>
  <message>
   <source>As trained</source>
   <translation>Como se entrenó</translation>
  </message>
  <message>
   <source>Change %s</source>
   <translation>Cambiar %s</translation>
  </message>
  <message>
   <source>Down</source>
   <translation>Bajar</translation>
  </message>
  <message>
   <source>Move %s</source>
   <translation>Mover %s</translation>
  </message>
  <message>
   <source>Move the chosen step down (Alt+Down)</source>
   <translation>Bajar el paso elegido (Alt+Abajo)</translation>
  </message>
  <message>
   <source>Move the chosen step up (Alt+Up)</source>
   <translation>Subir el paso elegido (Alt+Arriba)</translation>
  </message>
  <message>
   <source>No model open</source>
   <translation>Ningún modelo abierto</translation>
  </message>
  <message>
   <source>No steps: the field is only resized. Add one with Add step.</source>
   <translation>Sin pasos: el campo solo cambia de tamaño. Añada uno con «Añadir paso».</translation>
  </message>
  <message>
   <source>Preprocessing</source>
   <translation>Preprocesamiento</translation>
  </message>
  <message>
   <source>Presets</source>
   <translation>Ajustes guardados</translation>
  </message>
  <message>
   <source>Redo</source>
   <translation>Rehacer</translation>
  </message>
  <message>
   <source>Redo (Ctrl+Y)</source>
   <translation>Rehacer (Ctrl+Y)</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Quitar</translation>
  </message>
  <message>
   <source>Remove %s</source>
   <translation>Quitar %s</translation>
  </message>
  <message>
   <source>Remove the chosen step (Delete)</source>
   <translation>Quitar el paso elegido (Supr)</translation>
  </message>
  <message>
   <source>Switch off %s</source>
   <translation>Desactivar %s</translation>
  </message>
  <message>
   <source>Switch on %s</source>
   <translation>Activar %s</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Deshacer</translation>
  </message>
  <message>
   <source>Undo (Ctrl+Z)</source>
   <translation>Deshacer (Ctrl+Z)</translation>
  </message>
  <message>
   <source>Up</source>
   <translation>Subir</translation>
  </message>
  <message>
   <source>Use the recipe that the model was trained with</source>
   <translation>Usar la receta con la que se entrenó el modelo</translation>
  </message>
  <message>
   <source>▲ Differs from the model's own: results say so</source>
   <translation>▲ Difiere de la del modelo: los resultados lo indican</translation>
  </message>
 </context>
 <context>
  <name>PresetMenu</name>
  <message>
   <source>Delete preset</source>
   <translation>Eliminar ajuste guardado</translation>
  </message>
  <message>
   <source>Export preset</source>
   <translation>Exportar ajuste guardado</translation>
  </message>
  <message>
   <source>Export to file…</source>
   <translation>Exportar a archivo…</translation>
  </message>
  <message>
   <source>Import %s</source>
   <translation>Importar %s</translation>
  </message>
  <message>
   <source>Import from file…</source>
   <translation>Importar de archivo…</translation>
  </message>
  <message>
   <source>Import preset</source>
   <translation>Importar ajuste guardado</translation>
  </message>
  <message>
   <source>Name of the preset</source>
   <translation>Nombre del ajuste</translation>
  </message>
  <message>
   <source>No presets yet</source>
   <translation>Aún no hay ajustes guardados</translation>
  </message>
  <message>
   <source>Preset</source>
   <translation>Ajuste guardado</translation>
  </message>
  <message>
   <source>Presets (*.json)</source>
   <translation>Ajustes guardados (*.json)</translation>
  </message>
  <message>
   <source>Save as preset</source>
   <translation>Guardar como ajuste</translation>
  </message>
  <message>
   <source>Save as preset…</source>
   <translation>Guardar como ajuste…</translation>
  </message>
  <message>
   <source>Use preset %s</source>
   <translation>Usar el ajuste %s</translation>
  </message>
 </context>
 <context>
  <name>ReferenceDelegate</name>
  <message>
   <source>signed</source>
   <translation>firmado</translation>
  </message>
 </context>
 <context>
  <name>ReferenceModel</name>
  <message>
   <source>File not found</source>
   <translation>Archivo no encontrado</translation>
  </message>
  <message>
   <source>No review holds any more</source>
   <translation>Ya no hay ninguna revisión válida</translation>
  </message>
  <message>
   <source>The slide is signed off</source>
   <translation>El portaobjetos está firmado</translation>
  </message>
  <message>
   <source>cell %d</source>
   <translation>célula %d</translation>
  </message>
  <message>
   <source>field</source>
   <translation>campo</translation>
  </message>
 </context>
 <context>
  <name>ReferencePanel</name>
  <message>
   <source>%d more are not shown</source>
   <translation>%d más no se muestran</translation>
  </message>
  <message>
   <source>A click on a cell in Cells, or on its number in the result, marks it</source>
   <translation>Un clic en una célula en Células, o en su número en el resultado, la marca</translation>
  </message>
  <message>
   <source>Add marked cell</source>
   <translation>Añadir la célula marcada</translation>
  </message>
  <message>
   <source>Add this field</source>
   <translation>Añadir este campo</translation>
  </message>
  <message>
   <source>All classes</source>
   <translation>Todas las clases</translation>
  </message>
  <message>
   <source>As large as in the viewer, in µm</source>
   <translation>Tan grande como en el visor, en µm</translation>
  </message>
  <message>
   <source>As large as in the viewer, pixel for pixel</source>
   <translation>Tan grande como en el visor, píxel por píxel</translation>
  </message>
  <message>
   <source>Chosen</source>
   <translation>Elegidos</translation>
  </message>
  <message>
   <source>Class</source>
   <translation>Clase</translation>
  </message>
  <message>
   <source>No reference of this class yet.</source>
   <translation>Aún no hay referencias de esta clase.</translation>
  </message>
  <message>
   <source>No reference yet. Review a field, then add it here, or take one of those reviewed last.</source>
   <translation>Aún no hay referencias. Revise un campo y añádalo aquí, o tome uno de los revisados últimamente.</translation>
  </message>
  <message>
   <source>No reviewed field is known that is not a reference already.</source>
   <translation>No se conoce ningún campo revisado que no sea ya una referencia.</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Abrir</translation>
  </message>
  <message>
   <source>Reference</source>
   <translation>Referencia</translation>
  </message>
  <message>
   <source>References, the newest first</source>
   <translation>Referencias, la más reciente primero</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Quitar</translation>
  </message>
  <message>
   <source>Reviewed last</source>
   <translation>Revisados últimamente</translation>
  </message>
  <message>
   <source>Take as reference</source>
   <translation>Tomar como referencia</translation>
  </message>
  <message>
   <source>The file was not found: %s. Open the folder in which it lies now.</source>
   <translation>No se encontró el archivo: %s. Abra la carpeta en la que está ahora.</translation>
  </message>
  <message>
   <source>Which fields</source>
   <translation>Qué campos</translation>
  </message>
 </context>
 <context>
  <name>ResultPanel</name>
  <message>
   <source>Analysed</source>
   <translation>Analizado</translation>
  </message>
  <message>
   <source>Copy the file from its source again, or take the field once more; then analyse again (F5).</source>
   <translation>Copie otra vez el archivo desde su origen, o vuelva a tomar el campo; después analice de nuevo (F5).</translation>
  </message>
  <message>
   <source>Field</source>
   <translation>Campo</translation>
  </message>
  <message>
   <source>In the model's domain</source>
   <translation>En el dominio</translation>
  </message>
  <message>
   <source>Label</source>
   <translation>Clase</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>Modelo</translation>
  </message>
  <message>
   <source>Not analysed</source>
   <translation>Sin analizar</translation>
  </message>
  <message>
   <source>Not analysed yet. Analyse the slide: F5</source>
   <translation>Aún sin analizar. Analizar el portaobjetos: F5</translation>
  </message>
  <message>
   <source>Not analysed yet: the run has not come to this field.</source>
   <translation>Aún sin analizar: el análisis no ha llegado a este campo.</translation>
  </message>
  <message>
   <source>Open a slide folder to see its fields and results here.</source>
   <translation>Abra una carpeta de portaobjetos para ver aquí sus campos y resultados.</translation>
  </message>
  <message>
   <source>Other preprocessing</source>
   <translation>Otro preprocesamiento</translation>
  </message>
  <message>
   <source>Prediction set</source>
   <translation>Conjunto de predicción</translation>
  </message>
  <message>
   <source>Ran on</source>
   <translation>Ejecutado en</translation>
  </message>
  <message>
   <source>Recipe</source>
   <translation>Receta</translation>
  </message>
  <message>
   <source>Result</source>
   <translation>Resultado</translation>
  </message>
  <message>
   <source>Smear as in training</source>
   <translation>Frotis como en el entrenamiento</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>Estado</translation>
  </message>
  <message>
   <source>The recipe differs from the model's own.</source>
   <translation>La receta difiere de la del modelo.</translation>
  </message>
  <message>
   <source>as the model was trained</source>
   <translation>como se entrenó el modelo</translation>
  </message>
  <message>
   <source>differs from the model's own</source>
   <translation>difiere de la del modelo</translation>
  </message>
  <message>
   <source>failed</source>
   <translation>fallido</translation>
  </message>
  <message>
   <source>field {at} of {total}</source>
   <translation>campo {at} de {total}</translation>
  </message>
  <message>
   <source>needs a look</source>
   <translation>examinar</translation>
  </message>
  <message>
   <source>no ({score} of 1.00)</source>
   <translation>no ({score} de 1.00)</translation>
  </message>
  <message>
   <source>none: no label fits</source>
   <translation>ninguna encaja</translation>
  </message>
  <message>
   <source>ok</source>
   <translation>correcto</translation>
  </message>
  <message>
   <source>pre-classification</source>
   <translation>preclasificación</translation>
  </message>
  <message>
   <source>yes ({score} of 1.00)</source>
   <translation>sí ({score} de 1.00)</translation>
  </message>
 </context>
 <context>
  <name>ResultsModel</name>
  <message>
   <source>Cells</source>
   <translation>Células</translation>
  </message>
  <message>
   <source>Confidence %</source>
   <translation>Confianza %</translation>
  </message>
  <message>
   <source>Domain score</source>
   <translation>Valor de dominio</translation>
  </message>
  <message>
   <source>Field</source>
   <translation>Campo</translation>
  </message>
  <message>
   <source>Flags</source>
   <translation>Avisos</translation>
  </message>
  <message>
   <source>Label</source>
   <translation>Clase</translation>
  </message>
  <message>
   <source>Prediction set</source>
   <translation>Conjunto de predicción</translation>
  </message>
  <message>
   <source>Review</source>
   <translation>Revisión</translation>
  </message>
  <message>
   <source>Slide</source>
   <translation>Portaobjetos</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>Estado</translation>
  </message>
  <message>
   <source>recipe differs from the model's own</source>
   <translation>receta distinta de la del modelo</translation>
  </message>
 </context>
 <context>
  <name>ResultsTable</name>
  <message>
   <source>A filter below each heading</source>
   <translation>Un filtro debajo de cada encabezado</translation>
  </message>
  <message>
   <source>All</source>
   <translation>Todos</translation>
  </message>
  <message>
   <source>All slides</source>
   <translation>Todos los portaobjetos</translation>
  </message>
  <message>
   <source>Copy rows</source>
   <translation>Copiar filas</translation>
  </message>
  <message>
   <source>Export rows…</source>
   <translation>Exportar filas…</translation>
  </message>
  <message>
   <source>Failed</source>
   <translation>Fallidos</translation>
  </message>
  <message>
   <source>Filters</source>
   <translation>Filtros</translation>
  </message>
  <message>
   <source>Needs a look</source>
   <translation>Examinar</translation>
  </message>
  <message>
   <source>Not reviewed</source>
   <translation>Sin revisar</translation>
  </message>
  <message>
   <source>Results</source>
   <translation>Resultados</translation>
  </message>
  <message>
   <source>Rows of every open slide, not of the chosen one alone</source>
   <translation>Filas de todos los portaobjetos abiertos, no solo del elegido</translation>
  </message>
  <message>
   <source>Search  Ctrl+F</source>
   <translation>Buscar  Ctrl+F</translation>
  </message>
  <message>
   <source>Search in the results</source>
   <translation>Buscar en los resultados</translation>
  </message>
  <message>
   <source>Show all</source>
   <translation>Mostrar todo</translation>
  </message>
  <message>
   <source>Suspicious</source>
   <translation>Sospechosos</translation>
  </message>
  <message>
   <source>Take every filter and the search away</source>
   <translation>Quitar todos los filtros y la búsqueda</translation>
  </message>
 </context>
 <context>
  <name>ReviewDesk</name>
  <message>
   <source>The ledger was damaged; it is kept as %s and a new one begins.</source>
   <translation>El registro estaba dañado; se conserva como %s y comienza uno nuevo.</translation>
  </message>
 </context>
 <context>
  <name>ReviewPage</name>
  <message>
   <source>Agreement…</source>
   <translation>Concordancia…</translation>
  </message>
  <message>
   <source>Analyse a slide to review it: F5</source>
   <translation>Analice un portaobjetos para revisarlo: F5</translation>
  </message>
  <message>
   <source>Every review carries this name</source>
   <translation>Cada revisión lleva este nombre</translation>
  </message>
  <message>
   <source>Go on by itself after a review</source>
   <translation>Avanzar automáticamente tras una revisión</translation>
  </message>
  <message>
   <source>Hide what the program and the first reader say</source>
   <translation>Ocultar lo que dicen el programa y el primer lector</translation>
  </message>
  <message>
   <source>Next  N</source>
   <translation>Siguiente  N</translation>
  </message>
  <message>
   <source>Review</source>
   <translation>Revisión</translation>
  </message>
  <message>
   <source>Review rows…</source>
   <translation>Revisar filas…</translation>
  </message>
  <message>
   <source>Reviewed fields of the slide</source>
   <translation>Campos revisados del portaobjetos</translation>
  </message>
  <message>
   <source>Second reader (blind)</source>
   <translation>Segundo lector (a ciegas)</translation>
  </message>
  <message>
   <source>Sign off…</source>
   <translation>Firmar…</translation>
  </message>
  <message>
   <source>Unlock…</source>
   <translation>Desbloquear…</translation>
  </message>
  <message>
   <source>Who is reading?</source>
   <translation>¿Quién lee?</translation>
  </message>
 </context>
 <context>
  <name>ReviewPanel</name>
  <message>
   <source>%s rows are left out: unreadable, signed off, or readers disagree.</source>
   <translation>Se omiten %s filas: ilegibles, firmadas o con lectores que discrepan.</translation>
  </message>
  <message>
   <source>Agreement…</source>
   <translation>Concordancia…</translation>
  </message>
  <message>
   <source>Done again: %s</source>
   <translation>Rehecho: %s</translation>
  </message>
  <message>
   <source>Every analysed field of this slide is reviewed.</source>
   <translation>Todos los campos analizados de este portaobjetos están revisados.</translation>
  </message>
  <message>
   <source>Next field without review</source>
   <translation>Siguiente campo sin revisar</translation>
  </message>
  <message>
   <source>No row that can be reviewed: analyse first, or unlock the slide.</source>
   <translation>Ninguna fila se puede revisar: analice primero, o desbloquee el portaobjetos.</translation>
  </message>
  <message>
   <source>Reasons…</source>
   <translation>Motivos…</translation>
  </message>
  <message>
   <source>Redo</source>
   <translation>Rehacer</translation>
  </message>
  <message>
   <source>Review rows…</source>
   <translation>Revisar filas…</translation>
  </message>
  <message>
   <source>Review: %s</source>
   <translation>Revisión: %s</translation>
  </message>
  <message>
   <source>Sign off or unlock the slide…</source>
   <translation>Firmar o desbloquear el portaobjetos…</translation>
  </message>
  <message>
   <source>Slide {slide} is signed off by {by}; unlock it to change its reviews.</source>
   <translation>El portaobjetos {slide} está firmado por {by}; desbloquéelo para cambiar sus revisiones.</translation>
  </message>
  <message>
   <source>Taken back: %s</source>
   <translation>Deshecho: %s</translation>
  </message>
  <message>
   <source>This field could not be read. It can be set aside as {labels}.</source>
   <translation>Este campo no se pudo leer. Puede apartarse como {labels}.</translation>
  </message>
  <message>
   <source>This field has no result to review: analyse the slide first (F5).</source>
   <translation>Este campo no tiene resultado que revisar: analice primero el portaobjetos (F5).</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Deshacer</translation>
  </message>
  <message>
   <source>Who is reading…</source>
   <translation>Quién lee…</translation>
  </message>
  <message>
   <source>{label}, where the program says {program}: why?</source>
   <translation>{label}, donde el programa dice {program}: ¿por qué?</translation>
  </message>
 </context>
 <context>
  <name>SavedFilters</name>
  <message>
   <source>Saved</source>
   <translation>Guardados</translation>
  </message>
 </context>
 <context>
  <name>ScaleBar</name>
  <message>
   <source>Scale bar: %s</source>
   <translation>Escala: %s</translation>
  </message>
 </context>
 <context>
  <name>SettingsDialog</name>
  <message>
   <source>%s lies in no folder that exists: choose another place</source>
   <translation>%s no está en ninguna carpeta que exista: elija otro lugar</translation>
  </message>
  <message>
   <source>Choose…</source>
   <translation>Elegir…</translation>
  </message>
  <message>
   <source>Ledger</source>
   <translation>Registro</translation>
  </message>
  <message>
   <source>Ledger (*.sqlite)</source>
   <translation>Registro (*.sqlite)</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>Configuración</translation>
  </message>
  <message>
   <source>the one of this user</source>
   <translation>el de este usuario</translation>
  </message>
 </context>
 <context>
  <name>ShortcutsDialog</name>
  <message>
   <source>As it came</source>
   <translation>Como venía</translation>
  </message>
  <message>
   <source>Command</source>
   <translation>Orden</translation>
  </message>
  <message>
   <source>Commands and their keys</source>
   <translation>Órdenes y sus teclas</translation>
  </message>
  <message>
   <source>Keyboard shortcuts</source>
   <translation>Atajos de teclado</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>Teclas</translation>
  </message>
  <message>
   <source>Menu</source>
   <translation>Menú</translation>
  </message>
  <message>
   <source>New keys</source>
   <translation>Teclas nuevas</translation>
  </message>
  <message>
   <source>No keys</source>
   <translation>Sin teclas</translation>
  </message>
  <message>
   <source>Press new keys:</source>
   <translation>Pulse las teclas nuevas:</translation>
  </message>
  <message>
   <source>Restore all</source>
   <translation>Restablecer todo</translation>
  </message>
  <message>
   <source>Search commands or keys</source>
   <translation>Buscar órdenes o teclas</translation>
  </message>
 </context>
 <context>
  <name>SlideBrowser</name>
  <message>
   <source>Analyse failed fields again</source>
   <translation>Analizar otra vez los campos fallidos</translation>
  </message>
  <message>
   <source>Close slide</source>
   <translation>Cerrar portaobjetos</translation>
  </message>
  <message>
   <source>Fields</source>
   <translation>Campos</translation>
  </message>
  <message>
   <source>Fields of the slide</source>
   <translation>Campos del portaobjetos</translation>
  </message>
  <message>
   <source>Looking for fields …</source>
   <translation>Buscando campos …</translation>
  </message>
  <message>
   <source>Move down</source>
   <translation>Bajar</translation>
  </message>
  <message>
   <source>Move up</source>
   <translation>Subir</translation>
  </message>
  <message>
   <source>No slide open.
Drop slide folders anywhere in this window.</source>
   <translation>Ningún portaobjetos abierto.
Suelte carpetas de portaobjetos en cualquier lugar de esta ventana.</translation>
  </message>
  <message>
   <source>Open a slide folder</source>
   <translation>Abrir una carpeta de portaobjetos</translation>
  </message>
  <message>
   <source>Slides</source>
   <translation>Portaobjetos</translation>
  </message>
 </context>
 <context>
  <name>SlideModel</name>
  <message>
   <source>%s failed</source>
   <translation>%s fallidos</translation>
  </message>
  <message>
   <source>%s fields</source>
   <translation>%s campos</translation>
  </message>
  <message>
   <source>1 field</source>
   <translation>1 campo</translation>
  </message>
  <message>
   <source>done · %s</source>
   <translation>listo · %s</translation>
  </message>
  <message>
   <source>no suspicious field</source>
   <translation>ningún campo sospechoso</translation>
  </message>
  <message>
   <source>paused · {done} of {total}</source>
   <translation>en pausa · {done} de {total}</translation>
  </message>
  <message>
   <source>queued · %s</source>
   <translation>en cola · %s</translation>
  </message>
  <message>
   <source>review required</source>
   <translation>revisión necesaria</translation>
  </message>
  <message>
   <source>stopped · {done} of {total}</source>
   <translation>detenido · {done} de {total}</translation>
  </message>
  <message>
   <source>{done} of {total}</source>
   <translation>{done} de {total}</translation>
  </message>
  <message>
   <source>{done} of {total} analysed</source>
   <translation>{done} de {total} analizados</translation>
  </message>
 </context>
 <context>
  <name>SlidePanel</name>
  <message>
   <source>Analysed</source>
   <translation>Analizado</translation>
  </message>
  <message>
   <source>Benign is never released alone.</source>
   <translation>Benign nunca se valida sin una persona.</translation>
  </message>
  <message>
   <source>Needs a look</source>
   <translation>Examinar</translation>
  </message>
  <message>
   <source>No suspicious field</source>
   <translation>Ningún campo sospechoso</translation>
  </message>
  <message>
   <source>Review required</source>
   <translation>Revisión necesaria</translation>
  </message>
  <message>
   <source>Slide %s</source>
   <translation>Portaobjetos %s</translation>
  </message>
  <message>
   <source>Suspicious fields</source>
   <translation>Campos sospechosos</translation>
  </message>
  <message>
   <source>Unreadable</source>
   <translation>Ilegibles</translation>
  </message>
  <message>
   <source>{done} of {total}</source>
   <translation>{done} de {total}</translation>
  </message>
 </context>
 <context>
  <name>StatusLine</name>
  <message>
   <source>%s MB memory</source>
   <translation>%s MB de memoria</translation>
  </message>
  <message numerus="yes">
   <source>CPU · %n threads</source>
   <translation>
    <numerusform>CPU · %n hilo</numerusform>
    <numerusform>CPU · %n hilos</numerusform>
   </translation>
  </message>
  <message>
   <source>Device: shown when a run starts</source>
   <translation>Dispositivo: se indica al empezar un análisis</translation>
  </message>
  <message>
   <source>Memory that this program takes</source>
   <translation>Memoria que ocupa este programa</translation>
  </message>
  <message>
   <source>Model refused</source>
   <translation>Modelo rechazado</translation>
  </message>
  <message>
   <source>No model yet</source>
   <translation>Aún sin modelo</translation>
  </message>
  <message>
   <source>Progress</source>
   <translation>Progreso</translation>
  </message>
  <message>
   <source>recipe differs</source>
   <translation>receta distinta</translation>
  </message>
  <message>
   <source>{done} of {total}</source>
   <translation>{done} de {total}</translation>
  </message>
  <message>
   <source>{model} · {size:.1f} MB · verified</source>
   <translation>{model} · {size:.1f} MB · verificado</translation>
  </message>
 </context>
 <context>
  <name>StopQuestion</name>
  <message>
   <source>Go on</source>
   <translation>Continuar</translation>
  </message>
  <message>
   <source>Results so far are kept; analysing again goes on where this run stopped.</source>
   <translation>Los resultados obtenidos se conservan; al analizar de nuevo se sigue donde se detuvo este análisis.</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Detener</translation>
  </message>
  <message>
   <source>Stop the analysis?</source>
   <translation>¿Detener el análisis?</translation>
  </message>
 </context>
 <context>
  <name>Upkeep</name>
  <message>
   <source>Diagnostics are copied. They name no file, no folder and no slide.</source>
   <translation>El diagnóstico técnico está copiado. No nombra archivos, carpetas ni portaobjetos.</translation>
  </message>
  <message>
   <source>Model %s is verified and added. Choose it in the toolbar.</source>
   <translation>El modelo %s está verificado y añadido. Elíjalo en la barra de herramientas.</translation>
  </message>
  <message>
   <source>Some kept thumbnails could not be deleted.</source>
   <translation>Algunas miniaturas guardadas no se pudieron eliminar.</translation>
  </message>
  <message>
   <source>The kept thumbnails are deleted.</source>
   <translation>Las miniaturas guardadas se han eliminado.</translation>
  </message>
  <message>
   <source>{done} of {total} fields analysed</source>
   <translation>{done} de {total} campos analizados</translation>
  </message>
 </context>
 <context>
  <name>WaitingViewer</name>
  <message>
   <source>Drop a slide folder here, or open one: Ctrl+Shift+O</source>
   <translation>Suelte aquí una carpeta de portaobjetos, o abra una: Ctrl+Mayús+O</translation>
  </message>
  <message>
   <source>Loading …</source>
   <translation>Cargando …</translation>
  </message>
  <message>
   <source>No field open</source>
   <translation>Ningún campo abierto</translation>
  </message>
 </context>
 <context>
  <name>WorkspaceKeeper</name>
  <message>
   <source>Steps of the last session</source>
   <translation>Pasos de la última sesión</translation>
  </message>
 </context>
 <context>
  <name>_Bar</name>
  <message>
   <source>Close</source>
   <translation>Cerrar</translation>
  </message>
  <message>
   <source>Drag to move this panel</source>
   <translation>Arrastre para mover este panel</translation>
  </message>
  <message>
   <source>Float</source>
   <translation>Separar</translation>
  </message>
  <message>
   <source>Put back</source>
   <translation>Devolver a su sitio</translation>
  </message>
 </context>
 <context>
  <name>actions</name>
  <message>
   <source>A model in a zip; it is verified before it is added</source>
   <translation>Un modelo en un zip; se verifica antes de añadirlo</translation>
  </message>
  <message>
   <source>About</source>
   <translation>Acerca de</translation>
  </message>
  <message>
   <source>Add model from file…</source>
   <translation>Añadir modelo desde archivo…</translation>
  </message>
  <message>
   <source>Add model from folder…</source>
   <translation>Añadir modelo desde carpeta…</translation>
  </message>
  <message>
   <source>Analyse</source>
   <translation>Analizar</translation>
  </message>
  <message>
   <source>Analyse every slide that is not analysed yet</source>
   <translation>Analizar todos los portaobjetos que aún no lo están</translation>
  </message>
  <message>
   <source>Arrange panels</source>
   <translation>Ordenar paneles</translation>
  </message>
  <message>
   <source>Cell outlines</source>
   <translation>Contornos de células</translation>
  </message>
  <message>
   <source>Close slide</source>
   <translation>Cerrar portaobjetos</translation>
  </message>
  <message>
   <source>Commands…</source>
   <translation>Órdenes…</translation>
  </message>
  <message>
   <source>Copy diagnostics</source>
   <translation>Copiar diagnóstico técnico</translation>
  </message>
  <message>
   <source>Copy rows</source>
   <translation>Copiar filas</translation>
  </message>
  <message>
   <source>Copy the selected rows for a spreadsheet (Ctrl+C in the table)</source>
   <translation>Copiar las filas elegidas para una hoja de cálculo (Ctrl+C en la tabla)</translation>
  </message>
  <message>
   <source>Delete kept thumbnails</source>
   <translation>Eliminar las miniaturas guardadas</translation>
  </message>
  <message>
   <source>Edit</source>
   <translation>Editar</translation>
  </message>
  <message>
   <source>End after the field in hand; results stay</source>
   <translation>Terminar tras el campo en curso; los resultados se conservan</translation>
  </message>
  <message>
   <source>Evidence</source>
   <translation>Evidencia</translation>
  </message>
  <message>
   <source>Evidence over the original too</source>
   <translation>Evidencia también sobre el original</translation>
  </message>
  <message>
   <source>Export</source>
   <translation>Exportar</translation>
  </message>
  <message>
   <source>File</source>
   <translation>Archivo</translation>
  </message>
  <message>
   <source>First field</source>
   <translation>Primer campo</translation>
  </message>
  <message>
   <source>Full screen</source>
   <translation>Pantalla completa</translation>
  </message>
  <message>
   <source>Help</source>
   <translation>Ayuda</translation>
  </message>
  <message>
   <source>It is verified before it is added</source>
   <translation>Se verifica antes de añadirlo</translation>
  </message>
  <message>
   <source>Keyboard shortcuts</source>
   <translation>Atajos de teclado</translation>
  </message>
  <message>
   <source>Last field</source>
   <translation>Último campo</translation>
  </message>
  <message>
   <source>Log</source>
   <translation>Bitácora</translation>
  </message>
  <message>
   <source>Manual</source>
   <translation>Manual</translation>
  </message>
  <message>
   <source>Manual as PDF</source>
   <translation>Manual en PDF</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>Modelo</translation>
  </message>
  <message>
   <source>Next field</source>
   <translation>Campo siguiente</translation>
  </message>
  <message>
   <source>Next field that needs a look</source>
   <translation>Siguiente campo por examinar</translation>
  </message>
  <message>
   <source>Open a slide folder</source>
   <translation>Abrir una carpeta de portaobjetos</translation>
  </message>
  <message>
   <source>Open fields…</source>
   <translation>Abrir campos…</translation>
  </message>
  <message>
   <source>Open folder</source>
   <translation>Abrir carpeta</translation>
  </message>
  <message>
   <source>Open single image files</source>
   <translation>Abrir archivos de imagen sueltos</translation>
  </message>
  <message>
   <source>Outline and number the cells in the original</source>
   <translation>Contornear y numerar las células en el original</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>Pausa</translation>
  </message>
  <message>
   <source>Previous field</source>
   <translation>Campo anterior</translation>
  </message>
  <message>
   <source>Put every panel back in its first place and size</source>
   <translation>Poner cada panel en su primer lugar y tamaño</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>Salir</translation>
  </message>
  <message>
   <source>Reset layout</source>
   <translation>Restablecer disposición</translation>
  </message>
  <message>
   <source>Rest after the field in hand, or go on</source>
   <translation>Pausar tras el campo en curso, o continuar</translation>
  </message>
  <message>
   <source>Results stay in the ledger</source>
   <translation>Los resultados quedan en el registro</translation>
  </message>
  <message>
   <source>Search all commands</source>
   <translation>Buscar entre todas las órdenes</translation>
  </message>
  <message>
   <source>Search results</source>
   <translation>Buscar resultados</translation>
  </message>
  <message>
   <source>Settings…</source>
   <translation>Configuración…</translation>
  </message>
  <message>
   <source>Show handles to move, float and close panels by</source>
   <translation>Mostrar asas para mover, separar y cerrar los paneles</translation>
  </message>
  <message>
   <source>Show where the model's evidence lies</source>
   <translation>Mostrar dónde está la evidencia del modelo</translation>
  </message>
  <message>
   <source>Slide</source>
   <translation>Portaobjetos</translation>
  </message>
  <message>
   <source>Small pictures of large fields; they are made again when they are needed</source>
   <translation>Imágenes pequeñas de campos grandes; se hacen de nuevo cuando hacen falta</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Detener</translation>
  </message>
  <message>
   <source>The page that fits the part of the window you are in</source>
   <translation>La página que corresponde a la parte de la ventana en la que está</translation>
  </message>
  <message>
   <source>The whole manual in one file, for reading and printing</source>
   <translation>Todo el manual en un archivo, para leer e imprimir</translation>
  </message>
  <message>
   <source>Toolbar</source>
   <translation>Barra de herramientas</translation>
  </message>
  <message>
   <source>Versions, settings and errors, without the name of any file</source>
   <translation>Versiones, configuración y errores, sin el nombre de ningún archivo</translation>
  </message>
  <message>
   <source>View</source>
   <translation>Ver</translation>
  </message>
  <message>
   <source>What the program wrote down</source>
   <translation>Lo que anotó el programa</translation>
  </message>
  <message>
   <source>Write the results to a file</source>
   <translation>Escribir los resultados en un archivo</translation>
  </message>
 </context>
 <context>
  <name>app</name>
  <message>
   <source>The defaults are used until the file is mended.</source>
   <translation>Se usan los valores predeterminados hasta que se corrija el archivo.</translation>
  </message>
  <message>
   <source>The last session cannot be read and is not opened again: %s</source>
   <translation>La última sesión no se puede leer y no se vuelve a abrir: %s</translation>
  </message>
 </context>
 <context>
  <name>core</name>
  <message>
   <source>Choose a field with more white cells.</source>
   <translation>Elija un campo con más glóbulos blancos.</translation>
  </message>
  <message>
   <source>Focus again and take the field once more.</source>
   <translation>Enfoque de nuevo y vuelva a tomar el campo.</translation>
  </message>
  <message>
   <source>For research use only. Not for use in diagnostic procedures.</source>
   <translation>Solo para uso en investigación. No usar en procedimientos diagnósticos.</translation>
  </message>
  <message>
   <source>Lower the lamp or the exposure and take the field once more.</source>
   <translation>Baje la lámpara o la exposición y vuelva a tomar el campo.</translation>
  </message>
  <message>
   <source>Raise the lamp or the exposure and take the field once more.</source>
   <translation>Suba la lámpara o la exposición y vuelva a tomar el campo.</translation>
  </message>
  <message>
   <source>Use the objective that the model was trained with.</source>
   <translation>Use el objetivo con el que se entrenó el modelo.</translation>
  </message>
  <message>
   <source>a field that could not be read cannot be a reference: there is nothing to compare with</source>
   <translation>un campo que no se pudo leer no puede ser referencia: no hay nada con qué comparar</translation>
  </message>
  <message>
   <source>a line before it was altered or removed</source>
   <translation>una línea anterior fue alterada o eliminada</translation>
  </message>
  <message>
   <source>a program died while it measured this field, and no other could be started to try it again: memory may be short</source>
   <translation>un programa se cerró mientras medía este campo y no se pudo iniciar otro para intentarlo de nuevo: puede que falte memoria</translation>
  </message>
  <message>
   <source>a reader's name has 1 to {0} characters</source>
   <translation>el nombre de un lector tiene de 1 a {0} caracteres</translation>
  </message>
  <message>
   <source>cannot be read: {0}</source>
   <translation>no se puede leer: {0}</translation>
  </message>
  <message>
   <source>damaged {0}: {1}</source>
   <translation>{0} dañado: {1}</translation>
  </message>
  <message>
   <source>model {0}: it does not say what it is for</source>
   <translation>modelo {0}: no dice para qué sirve</translation>
  </message>
  <message>
   <source>model {0}: manifest.json is incomplete or malformed: {1}</source>
   <translation>modelo {0}: manifest.json está incompleto o mal formado: {1}</translation>
  </message>
  <message>
   <source>model {0}: {1} is not valid: {2}</source>
   <translation>modelo {0}: {1} no es válido: {2}</translation>
  </message>
  <message>
   <source>model {0}: {1} is refused: {2}</source>
   <translation>modelo {0}: {1} se rechaza: {2}</translation>
  </message>
  <message>
   <source>model {0}: {1} was altered: its SHA-256 differs from the manifest's</source>
   <translation>modelo {0}: {1} fue alterado: su SHA-256 difiere del manifiesto</translation>
  </message>
  <message>
   <source>no field of this slide was reviewed; there is nothing to sign</source>
   <translation>ningún campo de este portaobjetos fue revisado; no hay nada que firmar</translation>
  </message>
  <message>
   <source>no model {0}; known models: {1}</source>
   <translation>no hay modelo {0}; modelos conocidos: {1}</translation>
  </message>
  <message>
   <source>no permission to read the file</source>
   <translation>sin permiso para leer el archivo</translation>
  </message>
  <message>
   <source>not a JPEG, PNG, TIFF, BMP or WebP image ({0})</source>
   <translation>no es una imagen JPEG, PNG, TIFF, BMP o WebP ({0})</translation>
  </message>
  <message>
   <source>not a file but a folder, pipe or device</source>
   <translation>no es un archivo sino una carpeta, una tubería o un dispositivo</translation>
  </message>
  <message>
   <source>not an image: only {0} bytes</source>
   <translation>no es una imagen: solo {0} bytes</translation>
  </message>
  <message>
   <source>not an image: the file holds text</source>
   <translation>no es una imagen: el archivo contiene texto</translation>
  </message>
  <message>
   <source>not enough memory for {0} x {1} pixels</source>
   <translation>no hay memoria suficiente para {0} x {1} píxeles</translation>
  </message>
  <message>
   <source>now</source>
   <translation>ahora</translation>
  </message>
  <message>
   <source>on {0}, {1} before</source>
   <translation>en {0}, antes en {1}</translation>
  </message>
  <message>
   <source>only a reviewed field can be a reference: say what it is first</source>
   <translation>solo un campo revisado puede ser referencia: diga primero qué es</translation>
  </message>
  <message>
   <source>slide {0} is signed off by {1}; unlock it to change its reviews</source>
   <translation>el portaobjetos {0} está firmado por {1}; desbloquéelo para cambiar sus revisiones</translation>
  </message>
  <message>
   <source>the file has {0} GB; the limit is {1} GB</source>
   <translation>el archivo tiene {0} GB; el límite es {1} GB</translation>
  </message>
  <message>
   <source>the file is empty (0 bytes)</source>
   <translation>el archivo está vacío (0 bytes)</translation>
  </message>
  <message>
   <source>the file is gone</source>
   <translation>el archivo ya no existe</translation>
  </message>
  <message>
   <source>the link points to a file that is gone</source>
   <translation>el enlace apunta a un archivo que ya no existe</translation>
  </message>
  <message>
   <source>the model fails on this field: {0}</source>
   <translation>el modelo falla con este campo: {0}</translation>
  </message>
  <message>
   <source>the model gave no usable numbers for this field</source>
   <translation>el modelo no dio números utilizables para este campo</translation>
  </message>
  <message>
   <source>there is a reader {0} already</source>
   <translation>ya hay un lector {0}</translation>
  </message>
  <message>
   <source>this field was reviewed by the same reader elsewhere meanwhile; look at it again</source>
   <translation>el mismo lector revisó entretanto este campo en otro lugar; mírelo otra vez</translation>
  </message>
  <message>
   <source>this is a reference already</source>
   <translation>esto ya es una referencia</translation>
  </message>
  <message>
   <source>this is no reference any more</source>
   <translation>esto ya no es una referencia</translation>
  </message>
  <message>
   <source>this is not the PIN of this reader</source>
   <translation>este no es el PIN de este lector</translation>
  </message>
  <message>
   <source>this slide is not signed off</source>
   <translation>este portaobjetos no está firmado</translation>
  </message>
  <message>
   <source>this slide is signed off already, by {0}</source>
   <translation>este portaobjetos ya está firmado, por {0}</translation>
  </message>
  <message>
   <source>truncated JPEG: the picture stops after {0} bytes</source>
   <translation>JPEG truncado: la imagen termina tras {0} bytes</translation>
  </message>
  <message>
   <source>truncated or damaged JPEG: no picture in {0} bytes</source>
   <translation>JPEG truncado o dañado: ninguna imagen en {0} bytes</translation>
  </message>
  <message>
   <source>truncated or damaged PNG: no picture in {0} bytes</source>
   <translation>PNG truncado o dañado: ninguna imagen en {0} bytes</translation>
  </message>
  <message>
   <source>two programs died while they measured this field: it is damaged in a way that ends them, or memory is short</source>
   <translation>dos programas se cerraron mientras medían este campo: está dañado de un modo que los termina, o falta memoria</translation>
  </message>
  <message>
   <source>two readers disagree on this field: it cannot be a reference</source>
   <translation>dos lectores discrepan en este campo: no puede ser referencia</translation>
  </message>
  <message>
   <source>{0} differs by {1} in probability {2}</source>
   <translation>{0} difiere en {1} de probabilidad {2}</translation>
  </message>
  <message>
   <source>{0} is {1} SD from the baseline</source>
   <translation>{0} está a {1} DE de la referencia</translation>
  </message>
  <message>
   <source>{0} is {1} {2}, and was {3}</source>
   <translation>{0} es {1} {2}, y era {3}</translation>
  </message>
  <message>
   <source>{0} x {1} pixels are {2} megapixels; the limit is {3}</source>
   <translation>{0} x {1} píxeles son {2} megapíxeles; el límite es {3}</translation>
  </message>
  <message>
   <source>{0}, and was {1} SD in the run before</source>
   <translation>{0}, y estaba a {1} DE en la pasada anterior</translation>
  </message>
  <message>
   <source>{0}: a database of another program; name another file with --ledger</source>
   <translation>{0}: base de datos de otro programa; indique otro archivo con --ledger</translation>
  </message>
  <message>
   <source>{0}: a report ends in one of {1}</source>
   <translation>{0}: un informe termina en uno de {1}</translation>
  </message>
  <message>
   <source>{0}: a zip with one manifest.json is one model; this one has {1}</source>
   <translation>{0}: un zip con un solo manifest.json es un modelo; este tiene {1}</translation>
  </message>
  <message>
   <source>{0}: exists, is not this program's, and would be replaced; name another file</source>
   <translation>{0}: existe, no es de este programa y se reemplazaría; indique otro archivo</translation>
  </message>
  <message>
   <source>{0}: is in the way</source>
   <translation>{0}: estorba</translation>
  </message>
  <message>
   <source>{0}: is not a file</source>
   <translation>{0}: no es un archivo</translation>
  </message>
  <message>
   <source>{0}: line {1}: {2}</source>
   <translation>{0}: línea {1}: {2}</translation>
  </message>
  <message>
   <source>{0}: no JPEG, PNG, TIFF, BMP or WebP image in this folder</source>
   <translation>{0}: ninguna imagen JPEG, PNG, TIFF, BMP o WebP en esta carpeta</translation>
  </message>
  <message>
   <source>{0}: no model folder: there is no manifest.json in it</source>
   <translation>{0}: no es una carpeta de modelo: no contiene manifest.json</translation>
  </message>
  <message>
   <source>{0}: no such folder</source>
   <translation>{0}: no existe esa carpeta</translation>
  </message>
  <message>
   <source>{0}: not a zip that can be read: {1}</source>
   <translation>{0}: no es un zip legible: {1}</translation>
  </message>
  <message>
   <source>{0}: not permitted to write here; is the file open in another program or the folder read-only?</source>
   <translation>{0}: no se permite escribir aquí; ¿está el archivo abierto en otro programa o la carpeta es de solo lectura?</translation>
  </message>
  <message>
   <source>{0}: nothing matches</source>
   <translation>{0}: nada coincide</translation>
  </message>
  <message>
   <source>{0}: the control was stopped</source>
   <translation>{0}: el control se detuvo</translation>
  </message>
  <message>
   <source>{0}: the folder {1} does not exist</source>
   <translation>{0}: la carpeta {1} no existe</translation>
  </message>
  <message>
   <source>{0}: written by a newer program (ledger version {1}); update this one</source>
   <translation>{0}: escrito por un programa más nuevo (versión {1} del registro); actualice este</translation>
  </message>
  <message>
   <source>{0}: {1}</source>
   <translation>{0}: {1}</translation>
  </message>
  <message>
   <source>{0}: {1} fields are too few for a control; take at least {2}</source>
   <translation>{0}: {1} campos son muy pocos para un control; tome al menos {2}</translation>
  </message>
  <message>
   <source>{0}: {1}; can the folder be written? --ledger names another place</source>
   <translation>{0}: {1}; ¿se puede escribir en la carpeta? --ledger indica otro lugar</translation>
  </message>
 </context>
 <context>
  <name>errands</name>
  <message>
   <source>Without a ledger there are no pseudonyms: it keeps their key.</source>
   <translation>Sin registro no hay seudónimos: guarda su clave.</translation>
  </message>
 </context>
 <context>
  <name>help</name>
  <message>
   <source>No program here opens a PDF. The manual lies at %s</source>
   <translation>Ningún programa abre aquí un PDF. El manual está en %s</translation>
  </message>
 </context>
 <context>
  <name>history</name>
  <message>
   <source>Calibration</source>
   <translation>Calibración</translation>
  </message>
  <message>
   <source>Close slide</source>
   <translation>Cerrar portaobjetos</translation>
  </message>
  <message>
   <source>Columns</source>
   <translation>Columnas</translation>
  </message>
  <message>
   <source>Filters</source>
   <translation>Filtros</translation>
  </message>
  <message>
   <source>Order of the rows</source>
   <translation>Orden de las filas</translation>
  </message>
  <message>
   <source>Order of the slides</source>
   <translation>Orden de los portaobjetos</translation>
  </message>
  <message>
   <source>Preprocessing</source>
   <translation>Preprocesamiento</translation>
  </message>
  <message>
   <source>Reference</source>
   <translation>Referencia</translation>
  </message>
  <message>
   <source>Review</source>
   <translation>Revisión</translation>
  </message>
  <message>
   <source>Saved filters</source>
   <translation>Filtros guardados</translation>
  </message>
  <message>
   <source>Search</source>
   <translation>Búsqueda</translation>
  </message>
 </context>
 <context>
  <name>insight</name>
  <message>
   <source>Evidence for %s</source>
   <translation>Evidencia para %s</translation>
  </message>
  <message>
   <source>Evidence: asking the model …</source>
   <translation>Evidencia: preguntando al modelo …</translation>
  </message>
  <message>
   <source>No evidence</source>
   <translation>Sin evidencia</translation>
  </message>
  <message>
   <source>No evidence for %s</source>
   <translation>Sin evidencia para %s</translation>
  </message>
  <message>
   <source>The evidence cannot be shown: %s</source>
   <translation>La evidencia no se puede mostrar: %s</translation>
  </message>
 </context>
 <context>
  <name>keys</name>
  <message>
   <source>%s has a meaning of its own in text, tables and panels.</source>
   <translation>%s tiene un significado propio en textos, tablas y paneles.</translation>
  </message>
  <message>
   <source>%s is needed to move and choose in lists and panels.</source>
   <translation>%s hace falta para moverse y elegir en listas y paneles.</translation>
  </message>
  <message>
   <source>This is not a key that the program knows.</source>
   <translation>El programa no conoce esta tecla.</translation>
  </message>
  <message>
   <source>or</source>
   <translation>o</translation>
  </message>
  <message>
   <source>{keys} belongs to “{command}”. Give that another key first.</source>
   <translation>{keys} pertenece a «{command}». Dele antes otra tecla.</translation>
  </message>
 </context>
 <context>
  <name>measuring</name>
  <message>
   <source>Calibrate</source>
   <translation>Calibrar</translation>
  </message>
  <message>
   <source>The line is %.1f px long. Its length in µm:</source>
   <translation>La línea mide %.1f px. Su longitud en µm:</translation>
  </message>
 </context>
 <context>
  <name>panels</name>
  <message>
   <source>Cells</source>
   <translation>Células</translation>
  </message>
  <message>
   <source>Compare models</source>
   <translation>Comparar modelos</translation>
  </message>
  <message>
   <source>Daily control</source>
   <translation>Control diario</translation>
  </message>
  <message>
   <source>Reference</source>
   <translation>Referencia</translation>
  </message>
  <message>
   <source>Review</source>
   <translation>Revisión</translation>
  </message>
 </context>
 <context>
  <name>parameters</name>
  <message>
   <source>Blueness</source>
   <translation>Parte de azul</translation>
  </message>
  <message>
   <source>Brightness</source>
   <translation>Brillo</translation>
  </message>
  <message>
   <source>Channel</source>
   <translation>Canal</translation>
  </message>
  <message>
   <source>Clip limit</source>
   <translation>Límite</translation>
  </message>
  <message>
   <source>Contrast</source>
   <translation>Contraste</translation>
  </message>
  <message>
   <source>Evidence</source>
   <translation>Evidencia</translation>
  </message>
  <message>
   <source>Gamma</source>
   <translation>Gamma</translation>
  </message>
  <message>
   <source>Grey</source>
   <translation>Gris</translation>
  </message>
  <message>
   <source>Left</source>
   <translation>Izquierda</translation>
  </message>
  <message>
   <source>Margin</source>
   <translation>Margen</translation>
  </message>
  <message>
   <source>Min radius</source>
   <translation>Radio mínimo</translation>
  </message>
  <message>
   <source>Outlines</source>
   <translation>Contornos</translation>
  </message>
  <message>
   <source>Redness</source>
   <translation>Parte de rojo</translation>
  </message>
  <message>
   <source>Sigma</source>
   <translation>Sigma</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Tamaño</translation>
  </message>
  <message>
   <source>Strength</source>
   <translation>Intensidad</translation>
  </message>
  <message>
   <source>Tiles</source>
   <translation>Teselas</translation>
  </message>
  <message>
   <source>Top</source>
   <translation>Arriba</translation>
  </message>
 </context>
 <context>
  <name>questions</name>
  <message>
   <source>About</source>
   <translation>Acerca de</translation>
  </message>
  <message>
   <source>Add a model</source>
   <translation>Añadir un modelo</translation>
  </message>
  <message>
   <source>Export results</source>
   <translation>Exportar resultados</translation>
  </message>
  <message>
   <source>Fields</source>
   <translation>Campos</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>Modelo</translation>
  </message>
  <message>
   <source>Open a slide folder</source>
   <translation>Abrir una carpeta de portaobjetos</translation>
  </message>
  <message>
   <source>Open fields</source>
   <translation>Abrir campos</translation>
  </message>
  <message>
   <source>The program pre-classifies fields; a morphologist decides. Subtype is confirmed by immunophenotyping.</source>
   <translation>El programa preclasifica los campos; decide un morfólogo. El subtipo se confirma por inmunofenotipo.</translation>
  </message>
 </context>
 <context>
  <name>recent</name>
  <message>
   <source>Clear this list</source>
   <translation>Vaciar esta lista</translation>
  </message>
  <message>
   <source>Open recent</source>
   <translation>Abrir recientes</translation>
  </message>
  <message>
   <source>Opened lately</source>
   <translation>Abiertos hace poco</translation>
  </message>
 </context>
 <context>
  <name>results</name>
  <message>
   <source>A number or a range: &gt;90, &lt;=3, 10-20</source>
   <translation>Un número o un intervalo: &gt;90, &lt;=3, 10-20</translation>
  </message>
  <message>
   <source>All</source>
   <translation>Todos</translation>
  </message>
  <message>
   <source>As at the first start</source>
   <translation>Como al primer inicio</translation>
  </message>
  <message>
   <source>Choose rows in the table first.</source>
   <translation>Elija primero filas en la tabla.</translation>
  </message>
  <message>
   <source>Columns</source>
   <translation>Columnas</translation>
  </message>
  <message numerus="yes">
   <source>Export %n rows</source>
   <translation>
    <numerusform>Exportar %n fila</numerusform>
    <numerusform>Exportar %n filas</numerusform>
   </translation>
  </message>
  <message>
   <source>Filter %s</source>
   <translation>Filtrar %s</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Nombre</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Quitar</translation>
  </message>
  <message>
   <source>Rows are exported as CSV or Excel.</source>
   <translation>Las filas se exportan como CSV o Excel.</translation>
  </message>
  <message>
   <source>Save this filter</source>
   <translation>Guardar este filtro</translation>
  </message>
  <message>
   <source>Save this filter…</source>
   <translation>Guardar este filtro…</translation>
  </message>
 </context>
 <context>
  <name>review</name>
  <message>
   <source>Agree</source>
   <translation>De acuerdo</translation>
  </message>
  <message>
   <source>Agreement</source>
   <translation>Concordancia</translation>
  </message>
  <message>
   <source>All slides</source>
   <translation>Todos los portaobjetos</translation>
  </message>
  <message>
   <source>Artefact</source>
   <translation>Artefacto</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Cancelar</translation>
  </message>
  <message>
   <source>Cohen's kappa (95 %)</source>
   <translation>Kappa de Cohen (95 %)</translation>
  </message>
  <message>
   <source>Comment</source>
   <translation>Comentario</translation>
  </message>
  <message>
   <source>Every review carries the reader's name. A new name is added; a PIN is optional and stays on this computer.</source>
   <translation>Cada revisión lleva el nombre del lector. Un nombre nuevo se añade; el PIN es opcional y queda en este ordenador.</translation>
  </message>
  <message>
   <source>Fields</source>
   <translation>Campos</translation>
  </message>
  <message>
   <source>Fields by what the one and the other says</source>
   <translation>Campos según lo que dice uno y otro</translation>
  </message>
  <message>
   <source>Fields on which readers disagree</source>
   <translation>Campos en los que los lectores discrepan</translation>
  </message>
  <message>
   <source>Fields on which readers disagree: %s. Enter goes to one.</source>
   <translation>Campos en los que los lectores discrepan: %s. Intro lleva a uno.</translation>
  </message>
  <message>
   <source>Keep</source>
   <translation>Mantener</translation>
  </message>
  <message>
   <source>Label</source>
   <translation>Clase</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Nombre</translation>
  </message>
  <message>
   <source>No field on which two readers disagree.</source>
   <translation>Ningún campo en el que discrepen dos lectores.</translation>
  </message>
  <message>
   <source>Not classed</source>
   <translation>Sin clasificar</translation>
  </message>
  <message>
   <source>Nothing is reviewed yet.</source>
   <translation>Aún no se ha revisado nada.</translation>
  </message>
  <message>
   <source>One reason a line. Reasons that were given stay as they are.</source>
   <translation>Un motivo por línea. Los motivos ya dados quedan como están.</translation>
  </message>
  <message>
   <source>PIN</source>
   <translation>PIN</translation>
  </message>
  <message>
   <source>Read</source>
   <translation>Leído</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Motivo</translation>
  </message>
  <message>
   <source>Reasons</source>
   <translation>Motivos</translation>
  </message>
  <message>
   <source>Review %s fields</source>
   <translation>Revisar %s campos</translation>
  </message>
  <message>
   <source>Review rows</source>
   <translation>Revisar filas</translation>
  </message>
  <message>
   <source>Review taken back · {keys} keeps it again</source>
   <translation>Revisión retirada · {keys} la restablece</translation>
  </message>
  <message>
   <source>Reviewed as {label} · {keys} takes that back</source>
   <translation>Revisado como {label} · {keys} lo deshace</translation>
  </message>
  <message>
   <source>Sign off</source>
   <translation>Firmar</translation>
  </message>
  <message>
   <source>Signing locks every review of slide {slide}. The record will say: {reader}, now.</source>
   <translation>La firma bloquea todas las revisiones del portaobjetos {slide}. Quedará constancia de: {reader}, ahora.</translation>
  </message>
  <message>
   <source>Slide</source>
   <translation>Portaobjetos</translation>
  </message>
  <message>
   <source>Slide {slide} is signed off by {by}. Unlocking is recorded; the sign-off stays in the record.</source>
   <translation>El portaobjetos {slide} está firmado por {by}. El desbloqueo queda anotado; la firma permanece en el registro.</translation>
  </message>
  <message>
   <source>The interval takes fields for independent of each other. Fields of one slide are not: the true one is wider. A consensus is not counted: it was found together.</source>
   <translation>El intervalo toma los campos como independientes entre sí. Los de un mismo portaobjetos no lo son: el verdadero es más ancho. Un consenso no se cuenta: se halló en común.</translation>
  </message>
  <message>
   <source>The same review for %s fields, one entry each. It can be undone at once.</source>
   <translation>La misma revisión para %s campos, una anotación por cada uno. Se puede deshacer de una vez.</translation>
  </message>
  <message>
   <source>Unidentified</source>
   <translation>Indeterminado</translation>
  </message>
  <message>
   <source>Unlock</source>
   <translation>Desbloquear</translation>
  </message>
  <message>
   <source>Who</source>
   <translation>Quién</translation>
  </message>
  <message>
   <source>Who is reading?</source>
   <translation>¿Quién lee?</translation>
  </message>
  <message>
   <source>first reader</source>
   <translation>primer lector</translation>
  </message>
  <message>
   <source>none is asked for</source>
   <translation>no se pide ninguno</translation>
  </message>
  <message>
   <source>none: one label only</source>
   <translation>ninguno: una sola clase</translation>
  </message>
  <message>
   <source>not reviewed</source>
   <translation>sin revisar</translation>
  </message>
  <message>
   <source>optional</source>
   <translation>opcional</translation>
  </message>
  <message>
   <source>program</source>
   <translation>programa</translation>
  </message>
  <message>
   <source>readers disagree</source>
   <translation>los lectores discrepan</translation>
  </message>
  <message>
   <source>second reader</source>
   <translation>segundo lector</translation>
  </message>
  <message>
   <source>{count} fields reviewed as {label} · {keys} takes that back</source>
   <translation>{count} campos revisados como {label} · {keys} lo deshace</translation>
  </message>
  <message>
   <source>{slide}: rows are what the {one} says, columns the {other}</source>
   <translation>{slide}: en filas {one}, en columnas {other}</translation>
  </message>
 </context>
 <context>
  <name>settings_dialog</name>
  <message>
   <source>0 uses every core of the computer; fewer leave some for other programs. From the next run on.</source>
   <translation>0 usa todos los núcleos del ordenador; menos deja alguno para otros programas. Desde el próximo análisis.</translation>
  </message>
  <message>
   <source>A field whose confidence is lower needs a look. What is on the screen is judged again at once.</source>
   <translation>Un campo con menos confianza hay que examinarlo. Lo que está en pantalla se juzga de nuevo al instante.</translation>
  </message>
  <message>
   <source>A graphics card is faster for large batches. From the next run on.</source>
   <translation>Una tarjeta gráfica es más rápida con lotes grandes. Desde el próximo análisis.</translation>
  </message>
  <message>
   <source>As the system</source>
   <translation>Como el sistema</translation>
  </message>
  <message>
   <source>Ask a person below this confidence</source>
   <translation>Preguntar a una persona por debajo de esta confianza</translation>
  </message>
  <message>
   <source>Colours</source>
   <translation>Colores</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>Oscuro</translation>
  </message>
  <message>
   <source>Fields analysed side by side</source>
   <translation>Campos analizados a la vez</translation>
  </message>
  <message>
   <source>From the next start on.</source>
   <translation>Desde el próximo inicio.</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Idioma</translation>
  </message>
  <message>
   <source>Larger images are refused before they are opened. From the next start on.</source>
   <translation>Las imágenes mayores se rechazan antes de abrirlas. Desde el próximo inicio.</translation>
  </message>
  <message>
   <source>Largest field</source>
   <translation>Campo más grande</translation>
  </message>
  <message>
   <source>Ledger</source>
   <translation>Registro</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Claro</translation>
  </message>
  <message>
   <source>NVIDIA graphics card (CUDA)</source>
   <translation>Tarjeta gráfica NVIDIA (CUDA)</translation>
  </message>
  <message>
   <source>Processor (CPU)</source>
   <translation>Procesador (CPU)</translation>
  </message>
  <message>
   <source>Sets miss the true label in 1 of 100 fields instead of 5; more fields have several labels and need a look.</source>
   <translation>Los conjuntos no contienen la clase verdadera en 1 de 100 campos en vez de 5; más campos tienen varias clases y hay que examinarlos.</translation>
  </message>
  <message>
   <source>Stricter prediction sets</source>
   <translation>Conjuntos de predicción más estrictos</translation>
  </message>
  <message>
   <source>The fastest there is</source>
   <translation>Lo más rápido que haya</translation>
  </message>
  <message>
   <source>The file that keeps every result and every review. From the next run on.</source>
   <translation>El archivo que guarda cada resultado y cada revisión. Desde el próximo análisis.</translation>
  </message>
  <message>
   <source>Where the model runs</source>
   <translation>Dónde se ejecuta el modelo</translation>
  </message>
 </context>
 <context>
  <name>slide</name>
  <message numerus="yes">
   <source>%n differ from the pre-classification</source>
   <translation>
    <numerusform>%n difiere de la preclasificación</numerusform>
    <numerusform>%n difieren de la preclasificación</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n fields not reviewed</source>
   <translation>
    <numerusform>%n campo sin revisar</numerusform>
    <numerusform>%n campos sin revisar</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n fields on which readers disagree</source>
   <translation>
    <numerusform>%n campo en el que los lectores discrepan</numerusform>
    <numerusform>%n campos en los que los lectores discrepan</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n fields unreadable</source>
   <translation>
    <numerusform>%n campo ilegible</numerusform>
    <numerusform>%n campos ilegibles</numerusform>
   </translation>
  </message>
  <message>
   <source>Fields signed then that are not here: {count}.</source>
   <translation>Campos firmados entonces que no están aquí: {count}.</translation>
  </message>
  <message>
   <source>Fields that came later and are not part of it: {count}.</source>
   <translation>Campos que llegaron después y no forman parte: {count}.</translation>
  </message>
  <message>
   <source>No field was reviewed by a person.</source>
   <translation>Ningún campo fue revisado por una persona.</translation>
  </message>
  <message>
   <source>No suspicious field; a person decides: Benign is never released alone.</source>
   <translation>Ningún campo sospechoso; decide una persona: Benign nunca se valida sin ella.</translation>
  </message>
  <message>
   <source>Not signed off. Open: {items}.</source>
   <translation>Sin firmar. Pendiente: {items}.</translation>
  </message>
  <message>
   <source>Review required.</source>
   <translation>Revisión necesaria.</translation>
  </message>
  <message>
   <source>Signed off by {reader} on {when} UTC, open then: {items}.</source>
   <translation>Firmado por {reader} el {when} UTC, entonces pendiente: {items}.</translation>
  </message>
  <message>
   <source>none differs from the pre-classification</source>
   <translation>ninguno difiere de la preclasificación</translation>
  </message>
  <message>
   <source>nothing</source>
   <translation>nada</translation>
  </message>
  <message>
   <source>{count} suspicious ({labels})</source>
   <translation>{count} sospechosos ({labels})</translation>
  </message>
  <message>
   <source>{count} unreadable</source>
   <translation>{count} ilegibles</translation>
  </message>
  <message>
   <source>{count} with flags</source>
   <translation>{count} con avisos</translation>
  </message>
  <message>
   <source>{done} of {total} fields analysed</source>
   <translation>{done} de {total} campos analizados</translation>
  </message>
  <message>
   <source>{done} of {total} fields reviewed by a person</source>
   <translation>{done} de {total} campos revisados por una persona</translation>
  </message>
 </context>
 <context>
  <name>steps</name>
  <message>
   <source>Contrast (CLAHE)</source>
   <translation>Contraste (CLAHE)</translation>
  </message>
  <message>
   <source>Cut the largest centred square and resize it to `size` x `size` pixels.</source>
   <translation>Recortar el mayor cuadrado centrado y llevarlo al tamaño indicado en píxeles.</translation>
  </message>
  <message>
   <source>Equalise the lightness (L of LAB) in `tiles` x `tiles` tiles, limited to `clip_limit` (Zuiderveld 1994).</source>
   <translation>Igualar la luminosidad (L de LAB) por teselas, hasta el límite indicado (Zuiderveld 1994).</translation>
  </message>
  <message>
   <source>Gaussian blur</source>
   <translation>Desenfoque gaussiano</translation>
  </message>
  <message>
   <source>Hide scale bar</source>
   <translation>Ocultar la barra de escala</translation>
  </message>
  <message>
   <source>Keep WBC-like cells, grown by `margin`, on white, so that neither background nor red cells can give the label away.</source>
   <translation>Conservar sobre blanco las células de tipo leucocitario, ampliadas con el margen, para que ni el fondo ni los glóbulos rojos delaten la clase.</translation>
  </message>
  <message>
   <source>Keep cells only</source>
   <translation>Conservar solo las células</translation>
  </message>
  <message>
   <source>Keep pink, purple and blue pixels and paint the rest in one grey, black as in the seed project.</source>
   <translation>Conservar los píxeles rosas, morados y azules y pintar el resto de un solo gris, negro como en el proyecto original.</translation>
  </message>
  <message>
   <source>Keep stained colours (LAB mask)</source>
   <translation>Conservar los colores teñidos (máscara LAB)</translation>
  </message>
  <message>
   <source>Paint the lower right corner, from the fractions `left` and `top` of the width and height, in one grey.</source>
   <translation>Pintar de un solo gris la esquina inferior derecha, desde las fracciones «Izquierda» y «Arriba» del ancho y del alto.</translation>
  </message>
  <message>
   <source>Scale each channel so that the channel means agree (Buchsbaum 1980), blended by `strength`.</source>
   <translation>Escalar cada canal para que las medias coincidan (Buchsbaum 1980), mezclado según «Intensidad».</translation>
  </message>
  <message>
   <source>Smooth with a Gaussian of standard deviation `sigma` pixels.</source>
   <translation>Suavizar con una gaussiana de desviación típica «Sigma» en píxeles.</translation>
  </message>
  <message>
   <source>Square crop and resize</source>
   <translation>Recorte cuadrado y cambio de tamaño</translation>
  </message>
  <message>
   <source>White balance (grey world)</source>
   <translation>Balance de blancos (mundo gris)</translation>
  </message>
 </context>
 <context>
  <name>view_menu</name>
  <message>
   <source>As the system</source>
   <translation>Como el sistema</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>Oscuro</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Claro</translation>
  </message>
  <message>
   <source>Panels</source>
   <translation>Paneles</translation>
  </message>
  <message>
   <source>Theme</source>
   <translation>Tema</translation>
  </message>
 </context>
 <context>
  <name>why</name>
  <message>
   <source>(%d at the border)</source>
   <translation>(%d en el borde)</translation>
  </message>
  <message>
   <source>(chance %s)</source>
   <translation>(azar %s)</translation>
  </message>
  <message>
   <source>Cell {number}: {drop}</source>
   <translation>Célula {number}: {drop}</translation>
  </message>
  <message>
   <source>Cells that speak most</source>
   <translation>Células que más pesan</translation>
  </message>
  <message>
   <source>Evidence inside cells</source>
   <translation>Evidencia dentro de las células</translation>
  </message>
  <message>
   <source>WBC-like cells</source>
   <translation>Células de tipo leucocitario</translation>
  </message>
 </context>
 <context>
  <name>words</name>
  <message>
   <source>, </source>
   <translation>, </translation>
  </message>
  <message>
   <source>For trying the program out; nothing to do.</source>
   <translation>Para probar el programa; no hay nada que hacer.</translation>
  </message>
  <message>
   <source>Look at the field yourself; the model is not sure.</source>
   <translation>Mire el campo usted mismo; el modelo no está seguro.</translation>
  </message>
  <message>
   <source>More than one label fits. Decide between those of the prediction set.</source>
   <translation>Encaja más de una clase. Decida entre las del conjunto de predicción.</translation>
  </message>
  <message>
   <source>Parts of the picture may be invented. Copy the file from its source again.</source>
   <translation>Partes de la imagen pueden ser inventadas. Copie otra vez el archivo desde su origen.</translation>
  </message>
  <message>
   <source>The model has not seen such fields. Do not rely on it.</source>
   <translation>El modelo nunca ha visto campos así. No se fíe de él.</translation>
  </message>
  <message>
   <source>Unidentified</source>
   <translation>Indeterminado</translation>
  </message>
  <message>
   <source>ambiguous set</source>
   <translation>conjunto ambiguo</translation>
  </message>
  <message>
   <source>blurred</source>
   <translation>borroso</translation>
  </message>
  <message>
   <source>damaged file</source>
   <translation>archivo dañado</translation>
  </message>
  <message>
   <source>drawn, not a real field</source>
   <translation>dibujado, no es un campo real</translation>
  </message>
  <message>
   <source>failed</source>
   <translation>fallido</translation>
  </message>
  <message>
   <source>few cells</source>
   <translation>pocas células</translation>
  </message>
  <message>
   <source>low confidence</source>
   <translation>confianza baja</translation>
  </message>
  <message>
   <source>ok</source>
   <translation>correcto</translation>
  </message>
  <message>
   <source>other magnification</source>
   <translation>otro aumento</translation>
  </message>
  <message>
   <source>over-exposed</source>
   <translation>sobreexpuesto</translation>
  </message>
  <message>
   <source>review</source>
   <translation>examinar</translation>
  </message>
  <message>
   <source>under-exposed</source>
   <translation>subexpuesto</translation>
  </message>
  <message>
   <source>unlike the training fields</source>
   <translation>distinto de los campos de entrenamiento</translation>
  </message>
  <message>
   <source>{hours} h {minutes} min</source>
   <translation>{hours} h {minutes} min</translation>
  </message>
  <message>
   <source>{minutes} min</source>
   <translation>{minutes} min</translation>
  </message>
  <message>
   <source>{minutes} min {seconds} s</source>
   <translation>{minutes} min {seconds} s</translation>
  </message>
  <message>
   <source>{seconds} s</source>
   <translation>{seconds} s</translation>
  </message>
 </context>
</TS>
