<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
 <context>
  <name>AnalysisThread</name>
  <message>
   <source>The graphics card failed, and the run goes on on the processor: slower, with the same results. Close other programs that use the card, or restart the computer, before the next large run. The card said: %s</source>
   <translation>La carte graphique est tombée en panne ; l'analyse continue sur le processeur : plus lentement, avec les mêmes résultats. Fermez les autres programmes qui utilisent la carte, ou redémarrez l'ordinateur, avant la prochaine grande analyse. Message de la carte : %s</translation>
  </message>
  <message>
   <source>The ledger was damaged; it is kept as %s and a new one begins.</source>
   <translation>Le registre était endommagé ; il est conservé sous %s et un nouveau commence.</translation>
  </message>
  <message>
   <source>The run is on the processor: slower, with the same results. The graphics card could not be started: there is none, or its driver or a library of CUDA is missing.</source>
   <translation>L'analyse se fait sur le processeur : plus lentement, avec les mêmes résultats. La carte graphique n'a pas pu démarrer : il n'y en a pas, ou son pilote ou une bibliothèque de CUDA manque.</translation>
  </message>
 </context>
 <context>
  <name>CellModel</name>
  <message>
   <source>{field}, cell {number}: suspicion {suspicion}</source>
   <translation>{field}, cellule {number} : suspicion {suspicion}</translation>
  </message>
 </context>
 <context>
  <name>ControlPanel</name>
  <message>
   <source>Brightness</source>
   <translation>Luminosité</translation>
  </message>
  <message>
   <source>Check now</source>
   <translation>Contrôler maintenant</translation>
  </message>
  <message>
   <source>Choose the control folder</source>
   <translation>Choisir le dossier de contrôle</translation>
  </message>
  <message>
   <source>Choose the folder into which you take the same control slide every morning, five fields or more. Checked before patient slides, it shows a change of stain, focus, light or of this program first.</source>
   <translation>Choisissez le dossier dans lequel vous enregistrez chaque matin la même lame de contrôle, cinq champs ou plus. Contrôlé avant les lames de patients, il montre en premier un changement de coloration, de mise au point, de lumière ou de ce programme.</translation>
  </message>
  <message>
   <source>Control folder…</source>
   <translation>Dossier de contrôle…</translation>
  </message>
  <message>
   <source>Daily control</source>
   <translation>Contrôle quotidien</translation>
  </message>
  <message>
   <source>Daily control: %s</source>
   <translation>Contrôle quotidien : %s</translation>
  </message>
  <message>
   <source>Domain distance</source>
   <translation>Distance au domaine</translation>
  </message>
  <message>
   <source>Focus</source>
   <translation>Netteté</translation>
  </message>
  <message>
   <source>In control at %s.</source>
   <translation>Sous contrôle le %s.</translation>
  </message>
  <message>
   <source>No control folder is chosen.</source>
   <translation>Aucun dossier de contrôle n'est choisi.</translation>
  </message>
  <message>
   <source>Not checked since the baseline. Check before you run patient slides.</source>
   <translation>Pas de contrôle depuis la référence. Contrôlez avant de passer des lames de patients.</translation>
  </message>
  <message>
   <source>Out of control at %s. Do not run patient slides before the cause is found.</source>
   <translation>Hors contrôle le %s. Ne passez pas de lames de patients avant d'avoir trouvé la cause.</translation>
  </message>
  <message>
   <source>Red-cell diameter</source>
   <translation>Diamètre des globules rouges</translation>
  </message>
  <message>
   <source>Run it when all is well; five runs make the limits those between runs</source>
   <translation>À lancer quand tout va bien ; cinq passages donnent les limites entre passages</translation>
  </message>
  <message>
   <source>Running the control folder …</source>
   <translation>Contrôle du dossier en cours …</translation>
  </message>
  <message>
   <source>Stain</source>
   <translation>Coloration</translation>
  </message>
  <message>
   <source>Suspicion</source>
   <translation>Suspicion</translation>
  </message>
  <message>
   <source>Take as baseline</source>
   <translation>Prendre comme référence</translation>
  </message>
  <message>
   <source>The last check, at %s, is older than a day. Check before you run patient slides.</source>
   <translation>Le dernier contrôle, le %s, date de plus d'un jour. Contrôlez avant de passer des lames de patients.</translation>
  </message>
  <message>
   <source>The model is not there yet.</source>
   <translation>Le modèle n'est pas encore là.</translation>
  </message>
  <message>
   <source>There is no baseline with this model. Take one when all is well.</source>
   <translation>Il n'y a pas de référence avec ce modèle. Prenez-en une quand tout va bien.</translation>
  </message>
  <message>
   <source>Uneven light</source>
   <translation>Éclairage inégal</translation>
  </message>
  <message>
   <source>WBC-like cells</source>
   <translation>Cellules de type leucocytaire</translation>
  </message>
  <message>
   <source>and %d more</source>
   <translation>et %d autres</translation>
  </message>
 </context>
 <context>
  <name>CrashReport</name>
  <message>
   <source>Copy details</source>
   <translation>Copier les détails</translation>
  </message>
  <message>
   <source>Something went wrong</source>
   <translation>Un problème est survenu</translation>
  </message>
  <message>
   <source>The details are in %s</source>
   <translation>Les détails se trouvent dans %s</translation>
  </message>
  <message>
   <source>The program met an error that it does not know. Results so far are kept in the ledger.</source>
   <translation>Le programme a rencontré une erreur qu'il ne connaît pas. Les résultats obtenus sont conservés dans le registre.</translation>
  </message>
 </context>
 <context>
  <name>DisplayPanel</name>
  <message>
   <source>All colours</source>
   <translation>Toutes les couleurs</translation>
  </message>
  <message>
   <source>Blue</source>
   <translation>Bleu</translation>
  </message>
  <message>
   <source>Channel</source>
   <translation>Canal</translation>
  </message>
  <message>
   <source>Display only</source>
   <translation>Affichage seulement</translation>
  </message>
  <message>
   <source>Green</source>
   <translation>Vert</translation>
  </message>
  <message>
   <source>Nuclear stain</source>
   <translation>Coloration nucléaire</translation>
  </message>
  <message>
   <source>Nuclear stain: what is left of the light after methylene blue alone</source>
   <translation>Coloration nucléaire : ce qui reste de la lumière après le seul bleu de méthylène</translation>
  </message>
  <message>
   <source>Red</source>
   <translation>Rouge</translation>
  </message>
  <message>
   <source>Reset</source>
   <translation>Rétablir</translation>
  </message>
  <message>
   <source>Show everything as at the start</source>
   <translation>Tout afficher comme au départ</translation>
  </message>
  <message>
   <source>not seen by the model</source>
   <translation>le modèle ne le voit pas</translation>
  </message>
 </context>
 <context>
  <name>Divider</name>
  <message>
   <source>Line between original and processed</source>
   <translation>Ligne entre l'original et l'image traitée</translation>
  </message>
 </context>
 <context>
  <name>Dock</name>
  <message>
   <source>Panels in one place</source>
   <translation>Panneaux au même endroit</translation>
  </message>
 </context>
 <context>
  <name>DriftChart</name>
  <message>
   <source>%s SD</source>
   <translation>%s ET</translation>
  </message>
  <message>
   <source>Drift chart: %s</source>
   <translation>Courbe de dérive : %s</translation>
  </message>
  <message>
   <source>SD: standard deviations between the runs of the baseline, or its fields</source>
   <translation>ET : écarts-types entre les passages de la référence, ou entre ses champs</translation>
  </message>
 </context>
 <context>
  <name>DropHint</name>
  <message numerus="yes">
   <source>Drop to open %n fields</source>
   <translation>
    <numerusform>Lâchez pour ouvrir %n champ</numerusform>
    <numerusform>Lâchez pour ouvrir %n champs</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Drop to open %n slides</source>
   <translation>
    <numerusform>Lâchez pour ouvrir %n lame</numerusform>
    <numerusform>Lâchez pour ouvrir %n lames</numerusform>
   </translation>
  </message>
  <message>
   <source>Drop to open slide folders and fields</source>
   <translation>Lâchez pour ouvrir des dossiers de lame et des champs</translation>
  </message>
  <message>
   <source>Drop to open the slide %s</source>
   <translation>Lâchez pour ouvrir la lame %s</translation>
  </message>
  <message>
   <source>Images are JPEG, PNG, TIFF, BMP and WebP.</source>
   <translation>Les images sont en JPEG, PNG, TIFF, BMP et WebP.</translation>
  </message>
  <message>
   <source>Neither a slide folder nor an image</source>
   <translation>Ni dossier de lame ni image</translation>
  </message>
  <message>
   <source>Nothing is analysed before you press Analyse. Your files are only read.</source>
   <translation>Rien n’est analysé avant que vous n’appuyiez sur Analyser. Vos fichiers sont seulement lus.</translation>
  </message>
 </context>
 <context>
  <name>EmptyResults</name>
  <message>
   <source>No results yet. Analyse this slide: F5</source>
   <translation>Pas encore de résultats. Analysez cette lame : F5</translation>
  </message>
  <message>
   <source>No results yet. Open a slide folder: Ctrl+Shift+O</source>
   <translation>Pas encore de résultats. Ouvrez un dossier de lame : Ctrl+Maj+O</translation>
  </message>
  <message>
   <source>No row fits the filters and the search.</source>
   <translation>Aucune ligne ne correspond aux filtres et à la recherche.</translation>
  </message>
  <message>
   <source>The run is paused. Fields appear here when it goes on.</source>
   <translation>L'analyse est en pause. Les champs apparaissent ici quand elle reprend.</translation>
  </message>
  <message>
   <source>The slide is being analysed. Its fields appear here as they are finished.</source>
   <translation>La lame est en cours d'analyse. Ses champs apparaissent ici dès qu'ils sont terminés.</translation>
  </message>
  <message>
   <source>This slide waits for those before it. Its fields appear here as they are finished.</source>
   <translation>Cette lame attend celles qui la précèdent. Ses champs apparaissent ici dès qu'ils sont terminés.</translation>
  </message>
 </context>
 <context>
  <name>ExportDialog</name>
  <message>
   <source>Export to this folder</source>
   <translation>Exporter dans ce dossier</translation>
  </message>
  <message>
   <source>File</source>
   <translation>Fichier</translation>
  </message>
  <message>
   <source>Formats</source>
   <translation>Formats</translation>
  </message>
  <message>
   <source>Name a file and tick a format.</source>
   <translation>Nommez un fichier et cochez un format.</translation>
  </message>
  <message>
   <source>Names</source>
   <translation>Noms</translation>
  </message>
  <message>
   <source>Other folder…</source>
   <translation>Autre dossier…</translation>
  </message>
  <message>
   <source>Pseudonyms instead of the names of slides and files</source>
   <translation>Pseudonymes à la place des noms de lames et de fichiers</translation>
  </message>
  <message>
   <source>Replace</source>
   <translation>Remplacer</translation>
  </message>
  <message>
   <source>Replaces %s</source>
   <translation>Remplace %s</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Enregistrer</translation>
  </message>
  <message>
   <source>The same name has the same pseudonym in every report of this ledger. What is written in a picture stays.</source>
   <translation>Le même nom a le même pseudonyme dans tous les rapports de ce registre. Ce qui est écrit dans une image reste.</translation>
  </message>
  <message>
   <source>There is no folder %s</source>
   <translation>Il n'y a pas de dossier %s</translation>
  </message>
  <message>
   <source>Writes %s</source>
   <translation>Écrit %s</translation>
  </message>
  <message>
   <source>results</source>
   <translation>resultats</translation>
  </message>
 </context>
 <context>
  <name>FieldModel</name>
  <message>
   <source>not analysed</source>
   <translation>non analysé</translation>
  </message>
  <message>
   <source>reviewed: %s</source>
   <translation>relu : %s</translation>
  </message>
 </context>
 <context>
  <name>GalleryPanel</name>
  <message>
   <source>Cells</source>
   <translation>Cellules</translation>
  </message>
  <message>
   <source>Cells, the most suspicious first</source>
   <translation>Cellules, les plus suspectes d'abord</translation>
  </message>
  <message>
   <source>Hidden while you read blind</source>
   <translation>Masqué pendant votre lecture en aveugle</translation>
  </message>
  <message>
   <source>Open a slide to see its cells</source>
   <translation>Ouvrez une lame pour voir ses cellules</translation>
  </message>
  <message>
   <source>Suspicion: how much the field's odds against Benign fall without the cell</source>
   <translation>Suspicion : de combien la cote du champ contre Benign baisse sans la cellule</translation>
  </message>
  <message>
   <source>the first %d are shown</source>
   <translation>les %d premières sont affichées</translation>
  </message>
  <message>
   <source>{cells} in {done} of {total} fields</source>
   <translation>{cells} dans {done} champs sur {total}</translation>
  </message>
 </context>
 <context>
  <name>HelpWindow</name>
  <message>
   <source>Back</source>
   <translation>Précédent</translation>
  </message>
  <message>
   <source>Forward</source>
   <translation>Suivant</translation>
  </message>
  <message>
   <source>Manual</source>
   <translation>Manuel</translation>
  </message>
  <message>
   <source>Next place</source>
   <translation>Occurrence suivante</translation>
  </message>
  <message>
   <source>Pages</source>
   <translation>Pages</translation>
  </message>
  <message>
   <source>Search the manual</source>
   <translation>Chercher dans le manuel</translation>
  </message>
 </context>
 <context>
  <name>ImageViewer</name>
  <message>
   <source>%s cannot be shown</source>
   <translation>%s ne peut pas être affiché</translation>
  </message>
  <message>
   <source>100 %</source>
   <translation>100 %</translation>
  </message>
  <message>
   <source>Calibrate by a known length…</source>
   <translation>Étalonner par une longueur connue…</translation>
  </message>
  <message>
   <source>Copy view</source>
   <translation>Copier la vue</translation>
  </message>
  <message>
   <source>Copy view without overlays</source>
   <translation>Copier la vue sans calques</translation>
  </message>
  <message>
   <source>Draw a line over a known length: two clicks or one drag. Esc ends it.</source>
   <translation>Tracez une ligne sur une longueur connue : deux clics ou un glissement. Échap pour terminer.</translation>
  </message>
  <message>
   <source>Drop a slide folder here, or open one: Ctrl+Shift+O</source>
   <translation>Déposez un dossier de lame ici, ou ouvrez-en un : Ctrl+Maj+O</translation>
  </message>
  <message>
   <source>Evidence</source>
   <translation>Indices</translation>
  </message>
  <message>
   <source>Fit</source>
   <translation>Ajuster</translation>
  </message>
  <message>
   <source>Forget calibration</source>
   <translation>Oublier l’étalonnage</translation>
  </message>
  <message>
   <source>Model input</source>
   <translation>Entrée du modèle</translation>
  </message>
  <message>
   <source>No field open</source>
   <translation>Aucun champ ouvert</translation>
  </message>
  <message>
   <source>No recipe</source>
   <translation>Aucune recette</translation>
  </message>
  <message>
   <source>Opening %s …</source>
   <translation>Ouverture de %s …</translation>
  </message>
  <message>
   <source>Original</source>
   <translation>Original</translation>
  </message>
  <message>
   <source>Original field</source>
   <translation>Champ original</translation>
  </message>
  <message>
   <source>Original, processed and model input</source>
   <translation>Original, traité et entrée du modèle</translation>
  </message>
  <message>
   <source>Overview when zoomed in</source>
   <translation>Vue d'ensemble lors du zoom</translation>
  </message>
  <message>
   <source>PNG with overlays (*.png)</source>
   <translation>PNG avec calques (*.png)</translation>
  </message>
  <message>
   <source>PNG without overlays (*.png)</source>
   <translation>PNG sans calques (*.png)</translation>
  </message>
  <message>
   <source>Processed</source>
   <translation>Traité</translation>
  </message>
  <message>
   <source>Processed field</source>
   <translation>Champ traité</translation>
  </message>
  <message>
   <source>Save view</source>
   <translation>Enregistrer la vue</translation>
  </message>
  <message>
   <source>Save view…</source>
   <translation>Enregistrer la vue…</translation>
  </message>
  <message>
   <source>Swipe original and processed</source>
   <translation>Balayer entre original et traité</translation>
  </message>
  <message>
   <source>View written to %s</source>
   <translation>Vue enregistrée dans %s</translation>
  </message>
  <message>
   <source>Zoom in</source>
   <translation>Zoom avant</translation>
  </message>
  <message>
   <source>Zoom out</source>
   <translation>Zoom arrière</translation>
  </message>
  <message>
   <source>damaged file</source>
   <translation>fichier endommagé</translation>
  </message>
  <message>
   <source>display adjusted</source>
   <translation>affichage modifié</translation>
  </message>
  <message>
   <source>drawn</source>
   <translation>dessiné</translation>
  </message>
  <message>
   <source>preview</source>
   <translation>aperçu</translation>
  </message>
 </context>
 <context>
  <name>LogDialog</name>
  <message>
   <source>Copy diagnostics</source>
   <translation>Copier le diagnostic</translation>
  </message>
  <message>
   <source>Copy log</source>
   <translation>Copier le journal</translation>
  </message>
  <message>
   <source>Log</source>
   <translation>Journal</translation>
  </message>
  <message>
   <source>Nothing went wrong so far: the log is empty.</source>
   <translation>Rien à signaler jusqu'ici : le journal est vide.</translation>
  </message>
  <message>
   <source>The log may name your files. Diagnostics name no file, no folder and no slide.</source>
   <translation>Le journal peut nommer vos fichiers. Le diagnostic ne nomme ni fichier, ni dossier, ni lame.</translation>
  </message>
 </context>
 <context>
  <name>MainWindow</name>
  <message>
   <source>%s left</source>
   <translation>encore %s</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>Continuer</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>Pause</translation>
  </message>
  <message>
   <source>Preprocessing</source>
   <translation>Prétraitement</translation>
  </message>
  <message>
   <source>Result</source>
   <translation>Résultat</translation>
  </message>
  <message>
   <source>Results</source>
   <translation>Résultats</translation>
  </message>
  <message>
   <source>Results written to %s</source>
   <translation>Résultats écrits dans %s</translation>
  </message>
  <message>
   <source>Slides</source>
   <translation>Lames</translation>
  </message>
  <message>
   <source>There is nothing to export yet. Analyse a slide first: F5</source>
   <translation>Il n'y a encore rien à exporter. Analysez d'abord une lame : F5</translation>
  </message>
  <message>
   <source>fields/s</source>
   <translation>champs/s</translation>
  </message>
  <message>
   <source>paused</source>
   <translation>en pause</translation>
  </message>
  <message>
   <source>results</source>
   <translation>resultats</translation>
  </message>
 </context>
 <context>
  <name>ModelCard</name>
  <message>
   <source>Evidence for %s</source>
   <translation>Indices pour %s</translation>
  </message>
  <message>
   <source>No answer</source>
   <translation>Pas de réponse</translation>
  </message>
  <message>
   <source>Prediction set: %s</source>
   <translation>Ensemble de prédiction : %s</translation>
  </message>
  <message>
   <source>none: no label fits</source>
   <translation>aucune ne convient</translation>
  </message>
 </context>
 <context>
  <name>ModelChoice</name>
  <message>
   <source>Model</source>
   <translation>Modèle</translation>
  </message>
  <message>
   <source>The model that analyses</source>
   <translation>Le modèle qui analyse</translation>
  </message>
 </context>
 <context>
  <name>ModelComparison</name>
  <message>
   <source>Models</source>
   <translation>Modèles</translation>
  </message>
  <message>
   <source>Models to compare</source>
   <translation>Modèles à comparer</translation>
  </message>
  <message>
   <source>Open a field to compare what models say of it.</source>
   <translation>Ouvrez un champ pour comparer ce que les modèles en disent.</translation>
  </message>
  <message>
   <source>Tick the models to compare.</source>
   <translation>Cochez les modèles à comparer.</translation>
  </message>
 </context>
 <context>
  <name>Navigator</name>
  <message>
   <source>Overview of the field</source>
   <translation>Vue d'ensemble du champ</translation>
  </message>
 </context>
 <context>
  <name>NoticeBar</name>
  <message>
   <source>Copy</source>
   <translation>Copier</translation>
  </message>
  <message>
   <source>Dismiss</source>
   <translation>Fermer</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Ouvrir</translation>
  </message>
 </context>
 <context>
  <name>PageView</name>
  <message>
   <source>Page of the manual</source>
   <translation>Page du manuel</translation>
  </message>
 </context>
 <context>
  <name>Palette</name>
  <message>
   <source>Commands</source>
   <translation>Commandes</translation>
  </message>
  <message>
   <source>No command fits. Fewer letters find more.</source>
   <translation>Aucune commande ne correspond. Moins de lettres en trouvent plus.</translation>
  </message>
  <message>
   <source>Search for a command</source>
   <translation>Chercher une commande</translation>
  </message>
  <message>
   <source>Type what you want to do</source>
   <translation>Écrivez ce que vous voulez faire</translation>
  </message>
 </context>
 <context>
  <name>PreprocessingPanel</name>
  <message>
   <source>Add %s</source>
   <translation>Ajouter %s</translation>
  </message>
  <message>
   <source>Add step</source>
   <translation>Ajouter une étape</translation>
  </message>
  <message>
   <source>As the model was trained</source>
   <translation>Comme le modèle a été entraîné</translation>
  </message>
  <message>
   <source>As trained</source>
   <translation>Comme entraîné</translation>
  </message>
  <message>
   <source>Change %s</source>
   <translation>Modifier %s</translation>
  </message>
  <message>
   <source>Down</source>
   <translation>Bas</translation>
  </message>
  <message>
   <source>Move %s</source>
   <translation>Déplacer %s</translation>
  </message>
  <message>
   <source>Move the chosen step down (Alt+Down)</source>
   <translation>Descendre l'étape choisie (Alt+Bas)</translation>
  </message>
  <message>
   <source>Move the chosen step up (Alt+Up)</source>
   <translation>Monter l'étape choisie (Alt+Haut)</translation>
  </message>
  <message>
   <source>No model open</source>
   <translation>Aucun modèle ouvert</translation>
  </message>
  <message>
   <source>No steps: the field is only resized. Add one with Add step.</source>
   <translation>Aucune étape : le champ est seulement redimensionné. Ajoutez-en une avec « Ajouter une étape ».</translation>
  </message>
  <message>
   <source>Preprocessing</source>
   <translation>Prétraitement</translation>
  </message>
  <message>
   <source>Presets</source>
   <translation>Préréglages</translation>
  </message>
  <message>
   <source>Redo</source>
   <translation>Rétablir</translation>
  </message>
  <message>
   <source>Redo (Ctrl+Y)</source>
   <translation>Rétablir (Ctrl+Y)</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Retirer</translation>
  </message>
  <message>
   <source>Remove %s</source>
   <translation>Retirer %s</translation>
  </message>
  <message>
   <source>Remove the chosen step (Delete)</source>
   <translation>Retirer l'étape choisie (Suppr)</translation>
  </message>
  <message>
   <source>Switch off %s</source>
   <translation>Désactiver %s</translation>
  </message>
  <message>
   <source>Switch on %s</source>
   <translation>Activer %s</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Annuler</translation>
  </message>
  <message>
   <source>Undo (Ctrl+Z)</source>
   <translation>Annuler (Ctrl+Z)</translation>
  </message>
  <message>
   <source>Up</source>
   <translation>Haut</translation>
  </message>
  <message>
   <source>Use the recipe that the model was trained with</source>
   <translation>Utiliser la recette avec laquelle le modèle a été entraîné</translation>
  </message>
  <message>
   <source>▲ Differs from the model's own: results say so</source>
   <translation>▲ Diffère de celle du modèle : les résultats l'indiquent</translation>
  </message>
 </context>
 <context>
  <name>PresetMenu</name>
  <message>
   <source>Delete preset</source>
   <translation>Supprimer un préréglage</translation>
  </message>
  <message>
   <source>Export preset</source>
   <translation>Exporter un préréglage</translation>
  </message>
  <message>
   <source>Export to file…</source>
   <translation>Exporter vers un fichier…</translation>
  </message>
  <message>
   <source>Import %s</source>
   <translation>Importer %s</translation>
  </message>
  <message>
   <source>Import from file…</source>
   <translation>Importer d'un fichier…</translation>
  </message>
  <message>
   <source>Import preset</source>
   <translation>Importer un préréglage</translation>
  </message>
  <message>
   <source>Name of the preset</source>
   <translation>Nom du préréglage</translation>
  </message>
  <message>
   <source>No presets yet</source>
   <translation>Aucun préréglage</translation>
  </message>
  <message>
   <source>Preset</source>
   <translation>Préréglage</translation>
  </message>
  <message>
   <source>Presets (*.json)</source>
   <translation>Préréglages (*.json)</translation>
  </message>
  <message>
   <source>Save as preset</source>
   <translation>Enregistrer comme préréglage</translation>
  </message>
  <message>
   <source>Save as preset…</source>
   <translation>Enregistrer comme préréglage…</translation>
  </message>
  <message>
   <source>Use preset %s</source>
   <translation>Utiliser le préréglage %s</translation>
  </message>
 </context>
 <context>
  <name>ReferenceDelegate</name>
  <message>
   <source>signed</source>
   <translation>signée</translation>
  </message>
 </context>
 <context>
  <name>ReferenceModel</name>
  <message>
   <source>File not found</source>
   <translation>Fichier introuvable</translation>
  </message>
  <message>
   <source>No review holds any more</source>
   <translation>Plus aucune relecture n’est valable</translation>
  </message>
  <message>
   <source>The slide is signed off</source>
   <translation>La lame est signée</translation>
  </message>
  <message>
   <source>cell %d</source>
   <translation>cellule %d</translation>
  </message>
  <message>
   <source>field</source>
   <translation>champ</translation>
  </message>
 </context>
 <context>
  <name>ReferencePanel</name>
  <message>
   <source>%d more are not shown</source>
   <translation>%d de plus ne sont pas montrés</translation>
  </message>
  <message>
   <source>A click on a cell in Cells, or on its number in the result, marks it</source>
   <translation>Un clic sur une cellule dans Cellules, ou sur son numéro dans le résultat, la marque</translation>
  </message>
  <message>
   <source>Add marked cell</source>
   <translation>Ajouter la cellule marquée</translation>
  </message>
  <message>
   <source>Add this field</source>
   <translation>Ajouter ce champ</translation>
  </message>
  <message>
   <source>All classes</source>
   <translation>Toutes les classes</translation>
  </message>
  <message>
   <source>As large as in the viewer, in µm</source>
   <translation>Aussi grand que dans la visionneuse, en µm</translation>
  </message>
  <message>
   <source>As large as in the viewer, pixel for pixel</source>
   <translation>Aussi grand que dans la visionneuse, pixel pour pixel</translation>
  </message>
  <message>
   <source>Chosen</source>
   <translation>Choisis</translation>
  </message>
  <message>
   <source>Class</source>
   <translation>Classe</translation>
  </message>
  <message>
   <source>No reference of this class yet.</source>
   <translation>Pas encore de référence de cette classe.</translation>
  </message>
  <message>
   <source>No reference yet. Review a field, then add it here, or take one of those reviewed last.</source>
   <translation>Pas encore de référence. Relisez un champ, puis ajoutez-le ici, ou prenez un de ceux relus en dernier.</translation>
  </message>
  <message>
   <source>No reviewed field is known that is not a reference already.</source>
   <translation>Aucun champ relu n’est connu qui ne soit déjà une référence.</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Ouvrir</translation>
  </message>
  <message>
   <source>Reference</source>
   <translation>Référence</translation>
  </message>
  <message>
   <source>References, the newest first</source>
   <translation>Références, la plus récente d’abord</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Retirer</translation>
  </message>
  <message>
   <source>Reviewed last</source>
   <translation>Relus en dernier</translation>
  </message>
  <message>
   <source>Take as reference</source>
   <translation>Prendre comme référence</translation>
  </message>
  <message>
   <source>The file was not found: %s. Open the folder in which it lies now.</source>
   <translation>Le fichier est introuvable : %s. Ouvrez le dossier où il se trouve maintenant.</translation>
  </message>
  <message>
   <source>Which fields</source>
   <translation>Quels champs</translation>
  </message>
 </context>
 <context>
  <name>ResultPanel</name>
  <message>
   <source>Analysed</source>
   <translation>Analysé</translation>
  </message>
  <message>
   <source>Copy the file from its source again, or take the field once more; then analyse again (F5).</source>
   <translation>Copiez de nouveau le fichier depuis sa source, ou reprenez le champ ; puis analysez de nouveau (F5).</translation>
  </message>
  <message>
   <source>Field</source>
   <translation>Champ</translation>
  </message>
  <message>
   <source>In the model's domain</source>
   <translation>Dans le domaine</translation>
  </message>
  <message>
   <source>Label</source>
   <translation>Classe</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>Modèle</translation>
  </message>
  <message>
   <source>Not analysed</source>
   <translation>Non analysé</translation>
  </message>
  <message>
   <source>Not analysed yet. Analyse the slide: F5</source>
   <translation>Pas encore analysé. Analyser la lame : F5</translation>
  </message>
  <message>
   <source>Not analysed yet: the run has not come to this field.</source>
   <translation>Pas encore analysé : l'analyse n'est pas arrivée à ce champ.</translation>
  </message>
  <message>
   <source>Open a slide folder to see its fields and results here.</source>
   <translation>Ouvrez un dossier de lame pour voir ici ses champs et ses résultats.</translation>
  </message>
  <message>
   <source>Other preprocessing</source>
   <translation>Autre prétraitement</translation>
  </message>
  <message>
   <source>Prediction set</source>
   <translation>Ensemble de prédiction</translation>
  </message>
  <message>
   <source>Ran on</source>
   <translation>Exécuté sur</translation>
  </message>
  <message>
   <source>Recipe</source>
   <translation>Recette</translation>
  </message>
  <message>
   <source>Result</source>
   <translation>Résultat</translation>
  </message>
  <message>
   <source>Smear as in training</source>
   <translation>Frottis comme à l'entraînement</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>État</translation>
  </message>
  <message>
   <source>The recipe differs from the model's own.</source>
   <translation>La recette diffère de celle du modèle.</translation>
  </message>
  <message>
   <source>as the model was trained</source>
   <translation>comme le modèle a été entraîné</translation>
  </message>
  <message>
   <source>differs from the model's own</source>
   <translation>diffère de celle du modèle</translation>
  </message>
  <message>
   <source>failed</source>
   <translation>échec</translation>
  </message>
  <message>
   <source>field {at} of {total}</source>
   <translation>champ {at} sur {total}</translation>
  </message>
  <message>
   <source>needs a look</source>
   <translation>à examiner</translation>
  </message>
  <message>
   <source>no ({score} of 1.00)</source>
   <translation>non ({score} sur 1.00)</translation>
  </message>
  <message>
   <source>none: no label fits</source>
   <translation>aucune ne convient</translation>
  </message>
  <message>
   <source>ok</source>
   <translation>correct</translation>
  </message>
  <message>
   <source>pre-classification</source>
   <translation>préclassification</translation>
  </message>
  <message>
   <source>yes ({score} of 1.00)</source>
   <translation>oui ({score} sur 1.00)</translation>
  </message>
 </context>
 <context>
  <name>ResultsModel</name>
  <message>
   <source>Cells</source>
   <translation>Cellules</translation>
  </message>
  <message>
   <source>Confidence %</source>
   <translation>Confiance %</translation>
  </message>
  <message>
   <source>Domain score</source>
   <translation>Score de domaine</translation>
  </message>
  <message>
   <source>Field</source>
   <translation>Champ</translation>
  </message>
  <message>
   <source>Flags</source>
   <translation>Signalements</translation>
  </message>
  <message>
   <source>Label</source>
   <translation>Classe</translation>
  </message>
  <message>
   <source>Prediction set</source>
   <translation>Ensemble de prédiction</translation>
  </message>
  <message>
   <source>Review</source>
   <translation>Relecture</translation>
  </message>
  <message>
   <source>Slide</source>
   <translation>Lame</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>État</translation>
  </message>
  <message>
   <source>recipe differs from the model's own</source>
   <translation>recette différente de celle du modèle</translation>
  </message>
 </context>
 <context>
  <name>ResultsTable</name>
  <message>
   <source>A filter below each heading</source>
   <translation>Un filtre sous chaque en-tête</translation>
  </message>
  <message>
   <source>All</source>
   <translation>Tous</translation>
  </message>
  <message>
   <source>All slides</source>
   <translation>Toutes les lames</translation>
  </message>
  <message>
   <source>Copy rows</source>
   <translation>Copier les lignes</translation>
  </message>
  <message>
   <source>Export rows…</source>
   <translation>Exporter les lignes…</translation>
  </message>
  <message>
   <source>Failed</source>
   <translation>Échecs</translation>
  </message>
  <message>
   <source>Filters</source>
   <translation>Filtres</translation>
  </message>
  <message>
   <source>Needs a look</source>
   <translation>À examiner</translation>
  </message>
  <message>
   <source>Not reviewed</source>
   <translation>Non relus</translation>
  </message>
  <message>
   <source>Results</source>
   <translation>Résultats</translation>
  </message>
  <message>
   <source>Rows of every open slide, not of the chosen one alone</source>
   <translation>Lignes de toutes les lames ouvertes, pas seulement de celle choisie</translation>
  </message>
  <message>
   <source>Search  Ctrl+F</source>
   <translation>Chercher  Ctrl+F</translation>
  </message>
  <message>
   <source>Search in the results</source>
   <translation>Chercher dans les résultats</translation>
  </message>
  <message>
   <source>Show all</source>
   <translation>Tout afficher</translation>
  </message>
  <message>
   <source>Suspicious</source>
   <translation>Suspects</translation>
  </message>
  <message>
   <source>Take every filter and the search away</source>
   <translation>Enlever tous les filtres et la recherche</translation>
  </message>
 </context>
 <context>
  <name>ReviewDesk</name>
  <message>
   <source>The ledger was damaged; it is kept as %s and a new one begins.</source>
   <translation>Le registre était endommagé ; il est conservé sous %s et un nouveau commence.</translation>
  </message>
 </context>
 <context>
  <name>ReviewPage</name>
  <message>
   <source>Agreement…</source>
   <translation>Concordance…</translation>
  </message>
  <message>
   <source>Analyse a slide to review it: F5</source>
   <translation>Analysez une lame pour la relire : F5</translation>
  </message>
  <message>
   <source>Every review carries this name</source>
   <translation>Chaque relecture porte ce nom</translation>
  </message>
  <message>
   <source>Go on by itself after a review</source>
   <translation>Avancer automatiquement après une relecture</translation>
  </message>
  <message>
   <source>Hide what the program and the first reader say</source>
   <translation>Masquer ce que disent le programme et le premier lecteur</translation>
  </message>
  <message>
   <source>Next  N</source>
   <translation>Suivant  N</translation>
  </message>
  <message>
   <source>Review</source>
   <translation>Relecture</translation>
  </message>
  <message>
   <source>Review rows…</source>
   <translation>Relire les lignes…</translation>
  </message>
  <message>
   <source>Reviewed fields of the slide</source>
   <translation>Champs relus de la lame</translation>
  </message>
  <message>
   <source>Second reader (blind)</source>
   <translation>Deuxième lecteur (en aveugle)</translation>
  </message>
  <message>
   <source>Sign off…</source>
   <translation>Signer…</translation>
  </message>
  <message>
   <source>Unlock…</source>
   <translation>Déverrouiller…</translation>
  </message>
  <message>
   <source>Who is reading?</source>
   <translation>Qui lit ?</translation>
  </message>
 </context>
 <context>
  <name>ReviewPanel</name>
  <message>
   <source>%s rows are left out: unreadable, signed off, or readers disagree.</source>
   <translation>%s lignes sont laissées de côté : illisibles, signées, ou lecteurs en désaccord.</translation>
  </message>
  <message>
   <source>Agreement…</source>
   <translation>Concordance…</translation>
  </message>
  <message>
   <source>Done again: %s</source>
   <translation>Rétabli : %s</translation>
  </message>
  <message>
   <source>Every analysed field of this slide is reviewed.</source>
   <translation>Tous les champs analysés de cette lame sont relus.</translation>
  </message>
  <message>
   <source>Next field without review</source>
   <translation>Champ suivant non relu</translation>
  </message>
  <message>
   <source>No row that can be reviewed: analyse first, or unlock the slide.</source>
   <translation>Aucune ligne à relire : analysez d'abord, ou déverrouillez la lame.</translation>
  </message>
  <message>
   <source>Reasons…</source>
   <translation>Motifs…</translation>
  </message>
  <message>
   <source>Redo</source>
   <translation>Rétablir</translation>
  </message>
  <message>
   <source>Review rows…</source>
   <translation>Relire les lignes…</translation>
  </message>
  <message>
   <source>Review: %s</source>
   <translation>Relecture : %s</translation>
  </message>
  <message>
   <source>Sign off or unlock the slide…</source>
   <translation>Signer ou déverrouiller la lame…</translation>
  </message>
  <message>
   <source>Slide {slide} is signed off by {by}; unlock it to change its reviews.</source>
   <translation>La lame {slide} est signée par {by} ; déverrouillez-la pour modifier ses relectures.</translation>
  </message>
  <message>
   <source>Taken back: %s</source>
   <translation>Annulé : %s</translation>
  </message>
  <message>
   <source>This field could not be read. It can be set aside as {labels}.</source>
   <translation>Ce champ n’a pas pu être lu. Il peut être mis de côté comme {labels}.</translation>
  </message>
  <message>
   <source>This field has no result to review: analyse the slide first (F5).</source>
   <translation>Ce champ n'a pas de résultat à relire : analysez d'abord la lame (F5).</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Annuler</translation>
  </message>
  <message>
   <source>Who is reading…</source>
   <translation>Qui lit…</translation>
  </message>
  <message>
   <source>{label}, where the program says {program}: why?</source>
   <translation>{label}, là où le programme dit {program} : pourquoi ?</translation>
  </message>
 </context>
 <context>
  <name>SavedFilters</name>
  <message>
   <source>Saved</source>
   <translation>Enregistrés</translation>
  </message>
 </context>
 <context>
  <name>ScaleBar</name>
  <message>
   <source>Scale bar: %s</source>
   <translation>Échelle : %s</translation>
  </message>
 </context>
 <context>
  <name>SettingsDialog</name>
  <message>
   <source>%s lies in no folder that exists: choose another place</source>
   <translation>%s n'est dans aucun dossier existant : choisissez un autre endroit</translation>
  </message>
  <message>
   <source>Choose…</source>
   <translation>Choisir…</translation>
  </message>
  <message>
   <source>Ledger</source>
   <translation>Registre</translation>
  </message>
  <message>
   <source>Ledger (*.sqlite)</source>
   <translation>Registre (*.sqlite)</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>Réglages</translation>
  </message>
  <message>
   <source>the one of this user</source>
   <translation>celui de cet utilisateur</translation>
  </message>
 </context>
 <context>
  <name>ShortcutsDialog</name>
  <message>
   <source>As it came</source>
   <translation>Comme à l'origine</translation>
  </message>
  <message>
   <source>Command</source>
   <translation>Commande</translation>
  </message>
  <message>
   <source>Commands and their keys</source>
   <translation>Commandes et leurs touches</translation>
  </message>
  <message>
   <source>Keyboard shortcuts</source>
   <translation>Raccourcis clavier</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>Touches</translation>
  </message>
  <message>
   <source>Menu</source>
   <translation>Menu</translation>
  </message>
  <message>
   <source>New keys</source>
   <translation>Nouvelles touches</translation>
  </message>
  <message>
   <source>No keys</source>
   <translation>Aucune touche</translation>
  </message>
  <message>
   <source>Press new keys:</source>
   <translation>Appuyez sur les nouvelles touches :</translation>
  </message>
  <message>
   <source>Restore all</source>
   <translation>Tout rétablir</translation>
  </message>
  <message>
   <source>Search commands or keys</source>
   <translation>Chercher une commande ou une touche</translation>
  </message>
 </context>
 <context>
  <name>SlideBrowser</name>
  <message>
   <source>Analyse failed fields again</source>
   <translation>Analyser de nouveau les champs en échec</translation>
  </message>
  <message>
   <source>Close slide</source>
   <translation>Fermer la lame</translation>
  </message>
  <message>
   <source>Fields</source>
   <translation>Champs</translation>
  </message>
  <message>
   <source>Fields of the slide</source>
   <translation>Champs de la lame</translation>
  </message>
  <message>
   <source>Looking for fields …</source>
   <translation>Recherche de champs …</translation>
  </message>
  <message>
   <source>Move down</source>
   <translation>Descendre</translation>
  </message>
  <message>
   <source>Move up</source>
   <translation>Monter</translation>
  </message>
  <message>
   <source>No slide open.
Drop slide folders anywhere in this window.</source>
   <translation>Aucune lame ouverte.
Déposez des dossiers de lame n'importe où dans cette fenêtre.</translation>
  </message>
  <message>
   <source>Open a slide folder</source>
   <translation>Ouvrir un dossier de lame</translation>
  </message>
  <message>
   <source>Slides</source>
   <translation>Lames</translation>
  </message>
 </context>
 <context>
  <name>SlideModel</name>
  <message>
   <source>%s failed</source>
   <translation>%s en échec</translation>
  </message>
  <message>
   <source>%s fields</source>
   <translation>%s champs</translation>
  </message>
  <message>
   <source>1 field</source>
   <translation>1 champ</translation>
  </message>
  <message>
   <source>done · %s</source>
   <translation>terminé · %s</translation>
  </message>
  <message>
   <source>no suspicious field</source>
   <translation>aucun champ suspect</translation>
  </message>
  <message>
   <source>paused · {done} of {total}</source>
   <translation>en pause · {done} sur {total}</translation>
  </message>
  <message>
   <source>queued · %s</source>
   <translation>en attente · %s</translation>
  </message>
  <message>
   <source>review required</source>
   <translation>relecture requise</translation>
  </message>
  <message>
   <source>stopped · {done} of {total}</source>
   <translation>arrêté · {done} sur {total}</translation>
  </message>
  <message>
   <source>{done} of {total}</source>
   <translation>{done} sur {total}</translation>
  </message>
  <message>
   <source>{done} of {total} analysed</source>
   <translation>{done} sur {total} analysés</translation>
  </message>
 </context>
 <context>
  <name>SlidePanel</name>
  <message>
   <source>Analysed</source>
   <translation>Analysé</translation>
  </message>
  <message>
   <source>Benign is never released alone.</source>
   <translation>Benign n'est jamais validé sans une personne.</translation>
  </message>
  <message>
   <source>Needs a look</source>
   <translation>À examiner</translation>
  </message>
  <message>
   <source>No suspicious field</source>
   <translation>Aucun champ suspect</translation>
  </message>
  <message>
   <source>Review required</source>
   <translation>Relecture requise</translation>
  </message>
  <message>
   <source>Slide %s</source>
   <translation>Lame %s</translation>
  </message>
  <message>
   <source>Suspicious fields</source>
   <translation>Champs suspects</translation>
  </message>
  <message>
   <source>Unreadable</source>
   <translation>Illisibles</translation>
  </message>
  <message>
   <source>{done} of {total}</source>
   <translation>{done} sur {total}</translation>
  </message>
 </context>
 <context>
  <name>StatusLine</name>
  <message>
   <source>%s MB memory</source>
   <translation>%s Mo de mémoire</translation>
  </message>
  <message numerus="yes">
   <source>CPU · %n threads</source>
   <translation>
    <numerusform>CPU · %n fil</numerusform>
    <numerusform>CPU · %n fils</numerusform>
   </translation>
  </message>
  <message>
   <source>Device: shown when a run starts</source>
   <translation>Appareil : indiqué au début d'une analyse</translation>
  </message>
  <message>
   <source>Memory that this program takes</source>
   <translation>Mémoire occupée par ce programme</translation>
  </message>
  <message>
   <source>Model refused</source>
   <translation>Modèle refusé</translation>
  </message>
  <message>
   <source>No model yet</source>
   <translation>Pas encore de modèle</translation>
  </message>
  <message>
   <source>Progress</source>
   <translation>Progression</translation>
  </message>
  <message>
   <source>recipe differs</source>
   <translation>recette différente</translation>
  </message>
  <message>
   <source>{done} of {total}</source>
   <translation>{done} sur {total}</translation>
  </message>
  <message>
   <source>{model} · {size:.1f} MB · verified</source>
   <translation>{model} · {size:.1f} Mo · vérifié</translation>
  </message>
 </context>
 <context>
  <name>StopQuestion</name>
  <message>
   <source>Go on</source>
   <translation>Continuer</translation>
  </message>
  <message>
   <source>Results so far are kept; analysing again goes on where this run stopped.</source>
   <translation>Les résultats obtenus sont conservés ; une nouvelle analyse reprend là où celle-ci s'est arrêtée.</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Arrêter</translation>
  </message>
  <message>
   <source>Stop the analysis?</source>
   <translation>Arrêter l'analyse ?</translation>
  </message>
 </context>
 <context>
  <name>Upkeep</name>
  <message>
   <source>Diagnostics are copied. They name no file, no folder and no slide.</source>
   <translation>Le diagnostic est copié. Il ne nomme ni fichier, ni dossier, ni lame.</translation>
  </message>
  <message>
   <source>Model %s is verified and added. Choose it in the toolbar.</source>
   <translation>Le modèle %s est vérifié et ajouté. Choisissez-le dans la barre d'outils.</translation>
  </message>
  <message>
   <source>Some kept thumbnails could not be deleted.</source>
   <translation>Certaines vignettes conservées n'ont pas pu être supprimées.</translation>
  </message>
  <message>
   <source>The kept thumbnails are deleted.</source>
   <translation>Les vignettes conservées sont supprimées.</translation>
  </message>
  <message>
   <source>{done} of {total} fields analysed</source>
   <translation>{done} champs sur {total} analysés</translation>
  </message>
 </context>
 <context>
  <name>WaitingViewer</name>
  <message>
   <source>Drop a slide folder here, or open one: Ctrl+Shift+O</source>
   <translation>Déposez un dossier de lame ici, ou ouvrez-en un : Ctrl+Maj+O</translation>
  </message>
  <message>
   <source>Loading …</source>
   <translation>Chargement …</translation>
  </message>
  <message>
   <source>No field open</source>
   <translation>Aucun champ ouvert</translation>
  </message>
 </context>
 <context>
  <name>WorkspaceKeeper</name>
  <message>
   <source>Steps of the last session</source>
   <translation>Étapes de la dernière session</translation>
  </message>
 </context>
 <context>
  <name>_Bar</name>
  <message>
   <source>Close</source>
   <translation>Fermer</translation>
  </message>
  <message>
   <source>Drag to move this panel</source>
   <translation>Faites glisser pour déplacer ce panneau</translation>
  </message>
  <message>
   <source>Float</source>
   <translation>Détacher</translation>
  </message>
  <message>
   <source>Put back</source>
   <translation>Rattacher</translation>
  </message>
 </context>
 <context>
  <name>actions</name>
  <message>
   <source>A model in a zip; it is verified before it is added</source>
   <translation>Un modèle dans un zip ; il est vérifié avant d'être ajouté</translation>
  </message>
  <message>
   <source>About</source>
   <translation>À propos</translation>
  </message>
  <message>
   <source>Add model from file…</source>
   <translation>Ajouter un modèle depuis un fichier…</translation>
  </message>
  <message>
   <source>Add model from folder…</source>
   <translation>Ajouter un modèle depuis un dossier…</translation>
  </message>
  <message>
   <source>Analyse</source>
   <translation>Analyser</translation>
  </message>
  <message>
   <source>Analyse every slide that is not analysed yet</source>
   <translation>Analyser toutes les lames qui ne le sont pas encore</translation>
  </message>
  <message>
   <source>Arrange panels</source>
   <translation>Disposer les panneaux</translation>
  </message>
  <message>
   <source>Cell outlines</source>
   <translation>Contours des cellules</translation>
  </message>
  <message>
   <source>Close slide</source>
   <translation>Fermer la lame</translation>
  </message>
  <message>
   <source>Commands…</source>
   <translation>Commandes…</translation>
  </message>
  <message>
   <source>Copy diagnostics</source>
   <translation>Copier le diagnostic</translation>
  </message>
  <message>
   <source>Copy rows</source>
   <translation>Copier les lignes</translation>
  </message>
  <message>
   <source>Copy the selected rows for a spreadsheet (Ctrl+C in the table)</source>
   <translation>Copier les lignes choisies pour un tableur (Ctrl+C dans le tableau)</translation>
  </message>
  <message>
   <source>Delete kept thumbnails</source>
   <translation>Supprimer les vignettes conservées</translation>
  </message>
  <message>
   <source>Edit</source>
   <translation>Édition</translation>
  </message>
  <message>
   <source>End after the field in hand; results stay</source>
   <translation>Terminer après le champ en cours ; les résultats restent</translation>
  </message>
  <message>
   <source>Evidence</source>
   <translation>Indices</translation>
  </message>
  <message>
   <source>Evidence over the original too</source>
   <translation>Indices aussi sur l'original</translation>
  </message>
  <message>
   <source>Export</source>
   <translation>Exporter</translation>
  </message>
  <message>
   <source>File</source>
   <translation>Fichier</translation>
  </message>
  <message>
   <source>First field</source>
   <translation>Premier champ</translation>
  </message>
  <message>
   <source>Full screen</source>
   <translation>Plein écran</translation>
  </message>
  <message>
   <source>Help</source>
   <translation>Aide</translation>
  </message>
  <message>
   <source>It is verified before it is added</source>
   <translation>Il est vérifié avant d'être ajouté</translation>
  </message>
  <message>
   <source>Keyboard shortcuts</source>
   <translation>Raccourcis clavier</translation>
  </message>
  <message>
   <source>Last field</source>
   <translation>Dernier champ</translation>
  </message>
  <message>
   <source>Log</source>
   <translation>Journal</translation>
  </message>
  <message>
   <source>Manual</source>
   <translation>Manuel</translation>
  </message>
  <message>
   <source>Manual as PDF</source>
   <translation>Manuel en PDF</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>Modèle</translation>
  </message>
  <message>
   <source>Next field</source>
   <translation>Champ suivant</translation>
  </message>
  <message>
   <source>Next field that needs a look</source>
   <translation>Prochain champ à examiner</translation>
  </message>
  <message>
   <source>Open a slide folder</source>
   <translation>Ouvrir un dossier de lame</translation>
  </message>
  <message>
   <source>Open fields…</source>
   <translation>Ouvrir des champs…</translation>
  </message>
  <message>
   <source>Open folder</source>
   <translation>Ouvrir un dossier</translation>
  </message>
  <message>
   <source>Open single image files</source>
   <translation>Ouvrir des fichiers image isolés</translation>
  </message>
  <message>
   <source>Outline and number the cells in the original</source>
   <translation>Entourer et numéroter les cellules dans l'original</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>Pause</translation>
  </message>
  <message>
   <source>Previous field</source>
   <translation>Champ précédent</translation>
  </message>
  <message>
   <source>Put every panel back in its first place and size</source>
   <translation>Remettre chaque panneau à sa première place et à sa première taille</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>Quitter</translation>
  </message>
  <message>
   <source>Reset layout</source>
   <translation>Rétablir la disposition</translation>
  </message>
  <message>
   <source>Rest after the field in hand, or go on</source>
   <translation>Faire une pause après le champ en cours, ou continuer</translation>
  </message>
  <message>
   <source>Results stay in the ledger</source>
   <translation>Les résultats restent dans le registre</translation>
  </message>
  <message>
   <source>Search all commands</source>
   <translation>Chercher parmi toutes les commandes</translation>
  </message>
  <message>
   <source>Search results</source>
   <translation>Chercher dans les résultats</translation>
  </message>
  <message>
   <source>Settings…</source>
   <translation>Réglages…</translation>
  </message>
  <message>
   <source>Show handles to move, float and close panels by</source>
   <translation>Afficher des poignées pour déplacer, détacher et fermer les panneaux</translation>
  </message>
  <message>
   <source>Show where the model's evidence lies</source>
   <translation>Montrer où se trouvent les indices du modèle</translation>
  </message>
  <message>
   <source>Slide</source>
   <translation>Lame</translation>
  </message>
  <message>
   <source>Small pictures of large fields; they are made again when they are needed</source>
   <translation>Petites images de grands champs ; elles sont refaites quand il en faut</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Arrêter</translation>
  </message>
  <message>
   <source>The page that fits the part of the window you are in</source>
   <translation>La page qui correspond à la partie de la fenêtre où vous êtes</translation>
  </message>
  <message>
   <source>The whole manual in one file, for reading and printing</source>
   <translation>Tout le manuel en un fichier, à lire et à imprimer</translation>
  </message>
  <message>
   <source>Toolbar</source>
   <translation>Barre d'outils</translation>
  </message>
  <message>
   <source>Versions, settings and errors, without the name of any file</source>
   <translation>Versions, réglages et erreurs, sans le nom d'aucun fichier</translation>
  </message>
  <message>
   <source>View</source>
   <translation>Affichage</translation>
  </message>
  <message>
   <source>What the program wrote down</source>
   <translation>Ce que le programme a noté</translation>
  </message>
  <message>
   <source>Write the results to a file</source>
   <translation>Écrire les résultats dans un fichier</translation>
  </message>
 </context>
 <context>
  <name>app</name>
  <message>
   <source>The defaults are used until the file is mended.</source>
   <translation>Les valeurs par défaut s'appliquent jusqu'à ce que le fichier soit réparé.</translation>
  </message>
  <message>
   <source>The last session cannot be read and is not opened again: %s</source>
   <translation>La dernière session est illisible et n'est pas rouverte : %s</translation>
  </message>
 </context>
 <context>
  <name>core</name>
  <message>
   <source>Choose a field with more white cells.</source>
   <translation>Choisissez un champ avec plus de globules blancs.</translation>
  </message>
  <message>
   <source>Focus again and take the field once more.</source>
   <translation>Refaites la mise au point et reprenez le champ.</translation>
  </message>
  <message>
   <source>For research use only. Not for use in diagnostic procedures.</source>
   <translation>Réservé à la recherche. Ne pas utiliser dans des procédures de diagnostic.</translation>
  </message>
  <message>
   <source>Lower the lamp or the exposure and take the field once more.</source>
   <translation>Baissez la lampe ou l'exposition et reprenez le champ.</translation>
  </message>
  <message>
   <source>Raise the lamp or the exposure and take the field once more.</source>
   <translation>Augmentez la lampe ou l'exposition et reprenez le champ.</translation>
  </message>
  <message>
   <source>Use the objective that the model was trained with.</source>
   <translation>Utilisez l'objectif avec lequel le modèle a été entraîné.</translation>
  </message>
  <message>
   <source>a field that could not be read cannot be a reference: there is nothing to compare with</source>
   <translation>un champ qui n'a pas pu être lu ne peut pas être une référence : il n'y a rien à comparer</translation>
  </message>
  <message>
   <source>a line before it was altered or removed</source>
   <translation>une ligne avant elle a été modifiée ou supprimée</translation>
  </message>
  <message>
   <source>a program died while it measured this field, and no other could be started to try it again: memory may be short</source>
   <translation>un programme s'est arrêté en mesurant ce champ, et aucun autre n'a pu démarrer pour réessayer : la mémoire manque peut-être</translation>
  </message>
  <message>
   <source>a reader's name has 1 to {0} characters</source>
   <translation>le nom d’un lecteur a de 1 à {0} caractères</translation>
  </message>
  <message>
   <source>cannot be read: {0}</source>
   <translation>illisible : {0}</translation>
  </message>
  <message>
   <source>damaged {0}: {1}</source>
   <translation>{0} endommagé : {1}</translation>
  </message>
  <message>
   <source>model {0}: it does not say what it is for</source>
   <translation>modèle {0} : il ne dit pas à quoi il sert</translation>
  </message>
  <message>
   <source>model {0}: manifest.json is incomplete or malformed: {1}</source>
   <translation>modèle {0} : manifest.json est incomplet ou mal formé : {1}</translation>
  </message>
  <message>
   <source>model {0}: {1} is not valid: {2}</source>
   <translation>modèle {0} : {1} n'est pas valide : {2}</translation>
  </message>
  <message>
   <source>model {0}: {1} is refused: {2}</source>
   <translation>modèle {0} : {1} est refusé : {2}</translation>
  </message>
  <message>
   <source>model {0}: {1} was altered: its SHA-256 differs from the manifest's</source>
   <translation>modèle {0} : {1} a été modifié : son SHA-256 diffère de celui du manifeste</translation>
  </message>
  <message>
   <source>no field of this slide was reviewed; there is nothing to sign</source>
   <translation>aucun champ de cette lame n'a été relu ; il n'y a rien à signer</translation>
  </message>
  <message>
   <source>no model {0}; known models: {1}</source>
   <translation>aucun modèle {0} ; modèles connus : {1}</translation>
  </message>
  <message>
   <source>no permission to read the file</source>
   <translation>pas d'autorisation de lire le fichier</translation>
  </message>
  <message>
   <source>not a JPEG, PNG, TIFF, BMP or WebP image ({0})</source>
   <translation>ce n'est pas une image JPEG, PNG, TIFF, BMP ou WebP ({0})</translation>
  </message>
  <message>
   <source>not a file but a folder, pipe or device</source>
   <translation>ce n'est pas un fichier mais un dossier, un tube ou un périphérique</translation>
  </message>
  <message>
   <source>not an image: only {0} bytes</source>
   <translation>ce n'est pas une image : seulement {0} octets</translation>
  </message>
  <message>
   <source>not an image: the file holds text</source>
   <translation>ce n'est pas une image : le fichier contient du texte</translation>
  </message>
  <message>
   <source>not enough memory for {0} x {1} pixels</source>
   <translation>pas assez de mémoire pour {0} x {1} pixels</translation>
  </message>
  <message>
   <source>now</source>
   <translation>maintenant</translation>
  </message>
  <message>
   <source>on {0}, {1} before</source>
   <translation>sur {0}, avant sur {1}</translation>
  </message>
  <message>
   <source>only a reviewed field can be a reference: say what it is first</source>
   <translation>seul un champ relu peut être une référence : dites d’abord ce qu’il est</translation>
  </message>
  <message>
   <source>slide {0} is signed off by {1}; unlock it to change its reviews</source>
   <translation>la lame {0} est signée par {1} ; déverrouillez-la pour changer ses relectures</translation>
  </message>
  <message>
   <source>the file has {0} GB; the limit is {1} GB</source>
   <translation>le fichier fait {0} Go ; la limite est de {1} Go</translation>
  </message>
  <message>
   <source>the file is empty (0 bytes)</source>
   <translation>le fichier est vide (0 octet)</translation>
  </message>
  <message>
   <source>the file is gone</source>
   <translation>le fichier n'existe plus</translation>
  </message>
  <message>
   <source>the link points to a file that is gone</source>
   <translation>le lien mène à un fichier qui n'existe plus</translation>
  </message>
  <message>
   <source>the model fails on this field: {0}</source>
   <translation>le modèle échoue sur ce champ : {0}</translation>
  </message>
  <message>
   <source>the model gave no usable numbers for this field</source>
   <translation>le modèle n'a donné aucun nombre utilisable pour ce champ</translation>
  </message>
  <message>
   <source>there is a reader {0} already</source>
   <translation>il y a déjà un lecteur {0}</translation>
  </message>
  <message>
   <source>this field was reviewed by the same reader elsewhere meanwhile; look at it again</source>
   <translation>ce champ a été relu ailleurs entre-temps par le même lecteur ; regardez-le encore</translation>
  </message>
  <message>
   <source>this is a reference already</source>
   <translation>c’est déjà une référence</translation>
  </message>
  <message>
   <source>this is no reference any more</source>
   <translation>ce n’est plus une référence</translation>
  </message>
  <message>
   <source>this is not the PIN of this reader</source>
   <translation>ce n’est pas le PIN de ce lecteur</translation>
  </message>
  <message>
   <source>this slide is not signed off</source>
   <translation>cette lame n’est pas signée</translation>
  </message>
  <message>
   <source>this slide is signed off already, by {0}</source>
   <translation>cette lame est déjà signée, par {0}</translation>
  </message>
  <message>
   <source>truncated JPEG: the picture stops after {0} bytes</source>
   <translation>JPEG tronqué : l'image s'arrête après {0} octets</translation>
  </message>
  <message>
   <source>truncated or damaged JPEG: no picture in {0} bytes</source>
   <translation>JPEG tronqué ou endommagé : pas d'image dans {0} octets</translation>
  </message>
  <message>
   <source>truncated or damaged PNG: no picture in {0} bytes</source>
   <translation>PNG tronqué ou endommagé : pas d'image dans {0} octets</translation>
  </message>
  <message>
   <source>two programs died while they measured this field: it is damaged in a way that ends them, or memory is short</source>
   <translation>deux programmes se sont arrêtés en mesurant ce champ : il est endommagé de telle sorte qu'il les arrête, ou la mémoire manque</translation>
  </message>
  <message>
   <source>two readers disagree on this field: it cannot be a reference</source>
   <translation>deux lecteurs sont en désaccord sur ce champ : il ne peut pas être une référence</translation>
  </message>
  <message>
   <source>{0} differs by {1} in probability {2}</source>
   <translation>{0} diffère de {1} en probabilité {2}</translation>
  </message>
  <message>
   <source>{0} is {1} SD from the baseline</source>
   <translation>{0} est à {1} ET de la référence</translation>
  </message>
  <message>
   <source>{0} is {1} {2}, and was {3}</source>
   <translation>{0} est {1} {2}, et était {3}</translation>
  </message>
  <message>
   <source>{0} x {1} pixels are {2} megapixels; the limit is {3}</source>
   <translation>{0} x {1} pixels font {2} mégapixels ; la limite est de {3}</translation>
  </message>
  <message>
   <source>{0}, and was {1} SD in the run before</source>
   <translation>{0}, et était à {1} ET au passage précédent</translation>
  </message>
  <message>
   <source>{0}: a database of another program; name another file with --ledger</source>
   <translation>{0} : base de données d'un autre programme ; indiquez un autre fichier avec --ledger</translation>
  </message>
  <message>
   <source>{0}: a report ends in one of {1}</source>
   <translation>{0} : un rapport se termine par l'une de ces extensions : {1}</translation>
  </message>
  <message>
   <source>{0}: a zip with one manifest.json is one model; this one has {1}</source>
   <translation>{0} : un zip avec un seul manifest.json est un modèle ; celui-ci en a {1}</translation>
  </message>
  <message>
   <source>{0}: exists, is not this program's, and would be replaced; name another file</source>
   <translation>{0} : existe, n'appartient pas à ce programme et serait remplacé ; indiquez un autre fichier</translation>
  </message>
  <message>
   <source>{0}: is in the way</source>
   <translation>{0} : occupe la place</translation>
  </message>
  <message>
   <source>{0}: is not a file</source>
   <translation>{0} : n'est pas un fichier</translation>
  </message>
  <message>
   <source>{0}: line {1}: {2}</source>
   <translation>{0} : ligne {1} : {2}</translation>
  </message>
  <message>
   <source>{0}: no JPEG, PNG, TIFF, BMP or WebP image in this folder</source>
   <translation>{0} : aucune image JPEG, PNG, TIFF, BMP ou WebP dans ce dossier</translation>
  </message>
  <message>
   <source>{0}: no model folder: there is no manifest.json in it</source>
   <translation>{0} : pas un dossier de modèle : il ne contient pas de manifest.json</translation>
  </message>
  <message>
   <source>{0}: no such folder</source>
   <translation>{0} : ce dossier n'existe pas</translation>
  </message>
  <message>
   <source>{0}: not a zip that can be read: {1}</source>
   <translation>{0} : zip illisible : {1}</translation>
  </message>
  <message>
   <source>{0}: not permitted to write here; is the file open in another program or the folder read-only?</source>
   <translation>{0} : écriture non autorisée ici ; le fichier est-il ouvert dans un autre programme, ou le dossier en lecture seule ?</translation>
  </message>
  <message>
   <source>{0}: nothing matches</source>
   <translation>{0} : rien ne correspond</translation>
  </message>
  <message>
   <source>{0}: the control was stopped</source>
   <translation>{0} : le contrôle a été arrêté</translation>
  </message>
  <message>
   <source>{0}: the folder {1} does not exist</source>
   <translation>{0} : le dossier {1} n'existe pas</translation>
  </message>
  <message>
   <source>{0}: written by a newer program (ledger version {1}); update this one</source>
   <translation>{0} : écrit par un programme plus récent (version {1} du registre) ; mettez celui-ci à jour</translation>
  </message>
  <message>
   <source>{0}: {1}</source>
   <translation>{0} : {1}</translation>
  </message>
  <message>
   <source>{0}: {1} fields are too few for a control; take at least {2}</source>
   <translation>{0} : {1} champs sont trop peu pour un contrôle ; prenez-en au moins {2}</translation>
  </message>
  <message>
   <source>{0}: {1}; can the folder be written? --ledger names another place</source>
   <translation>{0} : {1} ; peut-on écrire dans le dossier ? --ledger indique un autre endroit</translation>
  </message>
 </context>
 <context>
  <name>errands</name>
  <message>
   <source>Without a ledger there are no pseudonyms: it keeps their key.</source>
   <translation>Sans registre, pas de pseudonymes : il en garde la clé.</translation>
  </message>
 </context>
 <context>
  <name>help</name>
  <message>
   <source>No program here opens a PDF. The manual lies at %s</source>
   <translation>Aucun programme n’ouvre ici un PDF. Le manuel se trouve dans %s</translation>
  </message>
 </context>
 <context>
  <name>history</name>
  <message>
   <source>Calibration</source>
   <translation>Étalonnage</translation>
  </message>
  <message>
   <source>Close slide</source>
   <translation>Fermer la lame</translation>
  </message>
  <message>
   <source>Columns</source>
   <translation>Colonnes</translation>
  </message>
  <message>
   <source>Filters</source>
   <translation>Filtres</translation>
  </message>
  <message>
   <source>Order of the rows</source>
   <translation>Ordre des lignes</translation>
  </message>
  <message>
   <source>Order of the slides</source>
   <translation>Ordre des lames</translation>
  </message>
  <message>
   <source>Preprocessing</source>
   <translation>Prétraitement</translation>
  </message>
  <message>
   <source>Reference</source>
   <translation>Référence</translation>
  </message>
  <message>
   <source>Review</source>
   <translation>Relecture</translation>
  </message>
  <message>
   <source>Saved filters</source>
   <translation>Filtres enregistrés</translation>
  </message>
  <message>
   <source>Search</source>
   <translation>Recherche</translation>
  </message>
 </context>
 <context>
  <name>insight</name>
  <message>
   <source>Evidence for %s</source>
   <translation>Indices pour %s</translation>
  </message>
  <message>
   <source>Evidence: asking the model …</source>
   <translation>Indices : le modèle est interrogé …</translation>
  </message>
  <message>
   <source>No evidence</source>
   <translation>Aucun indice</translation>
  </message>
  <message>
   <source>No evidence for %s</source>
   <translation>Aucun indice pour %s</translation>
  </message>
  <message>
   <source>The evidence cannot be shown: %s</source>
   <translation>Les indices ne peuvent pas être affichés : %s</translation>
  </message>
 </context>
 <context>
  <name>keys</name>
  <message>
   <source>%s has a meaning of its own in text, tables and panels.</source>
   <translation>%s a un sens propre dans le texte, les tableaux et les panneaux.</translation>
  </message>
  <message>
   <source>%s is needed to move and choose in lists and panels.</source>
   <translation>%s sert à se déplacer et à choisir dans les listes et les panneaux.</translation>
  </message>
  <message>
   <source>This is not a key that the program knows.</source>
   <translation>Le programme ne connaît pas cette touche.</translation>
  </message>
  <message>
   <source>or</source>
   <translation>ou</translation>
  </message>
  <message>
   <source>{keys} belongs to “{command}”. Give that another key first.</source>
   <translation>{keys} appartient à « {command} ». Donnez-lui d'abord une autre touche.</translation>
  </message>
 </context>
 <context>
  <name>measuring</name>
  <message>
   <source>Calibrate</source>
   <translation>Étalonner</translation>
  </message>
  <message>
   <source>The line is %.1f px long. Its length in µm:</source>
   <translation>La ligne mesure %.1f px. Sa longueur en µm :</translation>
  </message>
 </context>
 <context>
  <name>panels</name>
  <message>
   <source>Cells</source>
   <translation>Cellules</translation>
  </message>
  <message>
   <source>Compare models</source>
   <translation>Comparer les modèles</translation>
  </message>
  <message>
   <source>Daily control</source>
   <translation>Contrôle quotidien</translation>
  </message>
  <message>
   <source>Reference</source>
   <translation>Référence</translation>
  </message>
  <message>
   <source>Review</source>
   <translation>Relecture</translation>
  </message>
 </context>
 <context>
  <name>parameters</name>
  <message>
   <source>Blueness</source>
   <translation>Part de bleu</translation>
  </message>
  <message>
   <source>Brightness</source>
   <translation>Luminosité</translation>
  </message>
  <message>
   <source>Channel</source>
   <translation>Canal</translation>
  </message>
  <message>
   <source>Clip limit</source>
   <translation>Limite</translation>
  </message>
  <message>
   <source>Contrast</source>
   <translation>Contraste</translation>
  </message>
  <message>
   <source>Evidence</source>
   <translation>Indices</translation>
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
   <translation>Gauche</translation>
  </message>
  <message>
   <source>Margin</source>
   <translation>Marge</translation>
  </message>
  <message>
   <source>Min radius</source>
   <translation>Rayon minimal</translation>
  </message>
  <message>
   <source>Outlines</source>
   <translation>Contours</translation>
  </message>
  <message>
   <source>Redness</source>
   <translation>Part de rouge</translation>
  </message>
  <message>
   <source>Sigma</source>
   <translation>Sigma</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Taille</translation>
  </message>
  <message>
   <source>Strength</source>
   <translation>Force</translation>
  </message>
  <message>
   <source>Tiles</source>
   <translation>Tuiles</translation>
  </message>
  <message>
   <source>Top</source>
   <translation>Haut</translation>
  </message>
 </context>
 <context>
  <name>questions</name>
  <message>
   <source>About</source>
   <translation>À propos</translation>
  </message>
  <message>
   <source>Add a model</source>
   <translation>Ajouter un modèle</translation>
  </message>
  <message>
   <source>Export results</source>
   <translation>Exporter les résultats</translation>
  </message>
  <message>
   <source>Fields</source>
   <translation>Champs</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>Modèle</translation>
  </message>
  <message>
   <source>Open a slide folder</source>
   <translation>Ouvrir un dossier de lame</translation>
  </message>
  <message>
   <source>Open fields</source>
   <translation>Ouvrir des champs</translation>
  </message>
  <message>
   <source>The program pre-classifies fields; a morphologist decides. Subtype is confirmed by immunophenotyping.</source>
   <translation>Le programme préclasse les champs ; un morphologiste décide. Le sous-type est confirmé par immunophénotypage.</translation>
  </message>
 </context>
 <context>
  <name>recent</name>
  <message>
   <source>Clear this list</source>
   <translation>Vider cette liste</translation>
  </message>
  <message>
   <source>Open recent</source>
   <translation>Ouvrir un dossier récent</translation>
  </message>
  <message>
   <source>Opened lately</source>
   <translation>Ouverts récemment</translation>
  </message>
 </context>
 <context>
  <name>results</name>
  <message>
   <source>A number or a range: &gt;90, &lt;=3, 10-20</source>
   <translation>Un nombre ou un intervalle : &gt;90, &lt;=3, 10-20</translation>
  </message>
  <message>
   <source>All</source>
   <translation>Tous</translation>
  </message>
  <message>
   <source>As at the first start</source>
   <translation>Comme au premier démarrage</translation>
  </message>
  <message>
   <source>Choose rows in the table first.</source>
   <translation>Choisissez d'abord des lignes dans le tableau.</translation>
  </message>
  <message>
   <source>Columns</source>
   <translation>Colonnes</translation>
  </message>
  <message numerus="yes">
   <source>Export %n rows</source>
   <translation>
    <numerusform>Exporter %n ligne</numerusform>
    <numerusform>Exporter %n lignes</numerusform>
   </translation>
  </message>
  <message>
   <source>Filter %s</source>
   <translation>Filtrer %s</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Nom</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Retirer</translation>
  </message>
  <message>
   <source>Rows are exported as CSV or Excel.</source>
   <translation>Les lignes s'exportent en CSV ou Excel.</translation>
  </message>
  <message>
   <source>Save this filter</source>
   <translation>Enregistrer ce filtre</translation>
  </message>
  <message>
   <source>Save this filter…</source>
   <translation>Enregistrer ce filtre…</translation>
  </message>
 </context>
 <context>
  <name>review</name>
  <message>
   <source>Agree</source>
   <translation>D'accord</translation>
  </message>
  <message>
   <source>Agreement</source>
   <translation>Concordance</translation>
  </message>
  <message>
   <source>All slides</source>
   <translation>Toutes les lames</translation>
  </message>
  <message>
   <source>Artefact</source>
   <translation>Artefact</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Annuler</translation>
  </message>
  <message>
   <source>Cohen's kappa (95 %)</source>
   <translation>Kappa de Cohen (95 %)</translation>
  </message>
  <message>
   <source>Comment</source>
   <translation>Commentaire</translation>
  </message>
  <message>
   <source>Every review carries the reader's name. A new name is added; a PIN is optional and stays on this computer.</source>
   <translation>Chaque relecture porte le nom du lecteur. Un nouveau nom est ajouté ; un code PIN est facultatif et reste sur cet ordinateur.</translation>
  </message>
  <message>
   <source>Fields</source>
   <translation>Champs</translation>
  </message>
  <message>
   <source>Fields by what the one and the other says</source>
   <translation>Champs selon ce que disent l’un et l’autre</translation>
  </message>
  <message>
   <source>Fields on which readers disagree</source>
   <translation>Champs sur lesquels les lecteurs divergent</translation>
  </message>
  <message>
   <source>Fields on which readers disagree: %s. Enter goes to one.</source>
   <translation>Champs sur lesquels les lecteurs divergent : %s. Entrée mène à l'un d'eux.</translation>
  </message>
  <message>
   <source>Keep</source>
   <translation>Garder</translation>
  </message>
  <message>
   <source>Label</source>
   <translation>Classe</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Nom</translation>
  </message>
  <message>
   <source>No field on which two readers disagree.</source>
   <translation>Aucun champ sur lequel deux lecteurs divergent.</translation>
  </message>
  <message>
   <source>Not classed</source>
   <translation>Non classé</translation>
  </message>
  <message>
   <source>Nothing is reviewed yet.</source>
   <translation>Rien n'a encore été relu.</translation>
  </message>
  <message>
   <source>One reason a line. Reasons that were given stay as they are.</source>
   <translation>Un motif par ligne. Les motifs déjà donnés restent tels quels.</translation>
  </message>
  <message>
   <source>PIN</source>
   <translation>PIN</translation>
  </message>
  <message>
   <source>Read</source>
   <translation>Lu</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Motif</translation>
  </message>
  <message>
   <source>Reasons</source>
   <translation>Motifs</translation>
  </message>
  <message>
   <source>Review %s fields</source>
   <translation>Relire %s champs</translation>
  </message>
  <message>
   <source>Review rows</source>
   <translation>Relire les lignes</translation>
  </message>
  <message>
   <source>Review taken back · {keys} keeps it again</source>
   <translation>Relecture annulée · {keys} la rétablit</translation>
  </message>
  <message>
   <source>Reviewed as {label} · {keys} takes that back</source>
   <translation>Relu comme {label} · {keys} annule</translation>
  </message>
  <message>
   <source>Sign off</source>
   <translation>Signer</translation>
  </message>
  <message>
   <source>Signing locks every review of slide {slide}. The record will say: {reader}, now.</source>
   <translation>La signature verrouille toutes les relectures de la lame {slide}. Le registre indiquera : {reader}, maintenant.</translation>
  </message>
  <message>
   <source>Slide</source>
   <translation>Lame</translation>
  </message>
  <message>
   <source>Slide {slide} is signed off by {by}. Unlocking is recorded; the sign-off stays in the record.</source>
   <translation>La lame {slide} est signée par {by}. Le déverrouillage est consigné ; la signature reste au registre.</translation>
  </message>
  <message>
   <source>The interval takes fields for independent of each other. Fields of one slide are not: the true one is wider. A consensus is not counted: it was found together.</source>
   <translation>L'intervalle suppose les champs indépendants les uns des autres. Les champs d'une même lame ne le sont pas : le vrai est plus large. Un consensus n'est pas compté : il a été trouvé ensemble.</translation>
  </message>
  <message>
   <source>The same review for %s fields, one entry each. It can be undone at once.</source>
   <translation>La même relecture pour %s champs, une entrée chacun. Elle peut être annulée d'un coup.</translation>
  </message>
  <message>
   <source>Unidentified</source>
   <translation>Indéterminé</translation>
  </message>
  <message>
   <source>Unlock</source>
   <translation>Déverrouiller</translation>
  </message>
  <message>
   <source>Who</source>
   <translation>Qui</translation>
  </message>
  <message>
   <source>Who is reading?</source>
   <translation>Qui lit ?</translation>
  </message>
  <message>
   <source>first reader</source>
   <translation>premier lecteur</translation>
  </message>
  <message>
   <source>none is asked for</source>
   <translation>aucun n'est demandé</translation>
  </message>
  <message>
   <source>none: one label only</source>
   <translation>aucun : une seule classe</translation>
  </message>
  <message>
   <source>not reviewed</source>
   <translation>non relu</translation>
  </message>
  <message>
   <source>optional</source>
   <translation>facultatif</translation>
  </message>
  <message>
   <source>program</source>
   <translation>programme</translation>
  </message>
  <message>
   <source>readers disagree</source>
   <translation>les lecteurs divergent</translation>
  </message>
  <message>
   <source>second reader</source>
   <translation>deuxième lecteur</translation>
  </message>
  <message>
   <source>{count} fields reviewed as {label} · {keys} takes that back</source>
   <translation>{count} champs relus comme {label} · {keys} annule</translation>
  </message>
  <message>
   <source>{slide}: rows are what the {one} says, columns the {other}</source>
   <translation>{slide} : en lignes {one}, en colonnes {other}</translation>
  </message>
 </context>
 <context>
  <name>settings_dialog</name>
  <message>
   <source>0 uses every core of the computer; fewer leave some for other programs. From the next run on.</source>
   <translation>0 utilise tous les cœurs de l'ordinateur ; moins en laisse aux autres programmes. Dès la prochaine analyse.</translation>
  </message>
  <message>
   <source>A field whose confidence is lower needs a look. What is on the screen is judged again at once.</source>
   <translation>Un champ de confiance plus faible est à examiner. Ce qui est à l'écran est rejugé aussitôt.</translation>
  </message>
  <message>
   <source>A graphics card is faster for large batches. From the next run on.</source>
   <translation>Une carte graphique est plus rapide pour les grands lots. Dès la prochaine analyse.</translation>
  </message>
  <message>
   <source>As the system</source>
   <translation>Comme le système</translation>
  </message>
  <message>
   <source>Ask a person below this confidence</source>
   <translation>Demander à une personne sous cette confiance</translation>
  </message>
  <message>
   <source>Colours</source>
   <translation>Couleurs</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>Sombre</translation>
  </message>
  <message>
   <source>Fields analysed side by side</source>
   <translation>Champs analysés en parallèle</translation>
  </message>
  <message>
   <source>From the next start on.</source>
   <translation>Dès le prochain démarrage.</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Langue</translation>
  </message>
  <message>
   <source>Larger images are refused before they are opened. From the next start on.</source>
   <translation>Les images plus grandes sont refusées avant d'être ouvertes. Dès le prochain démarrage.</translation>
  </message>
  <message>
   <source>Largest field</source>
   <translation>Plus grand champ</translation>
  </message>
  <message>
   <source>Ledger</source>
   <translation>Registre</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Clair</translation>
  </message>
  <message>
   <source>NVIDIA graphics card (CUDA)</source>
   <translation>Carte graphique NVIDIA (CUDA)</translation>
  </message>
  <message>
   <source>Processor (CPU)</source>
   <translation>Processeur (CPU)</translation>
  </message>
  <message>
   <source>Sets miss the true label in 1 of 100 fields instead of 5; more fields have several labels and need a look.</source>
   <translation>Les ensembles manquent la vraie classe dans 1 champ sur 100 au lieu de 5 ; plus de champs ont plusieurs classes et sont à examiner.</translation>
  </message>
  <message>
   <source>Stricter prediction sets</source>
   <translation>Ensembles de prédiction plus stricts</translation>
  </message>
  <message>
   <source>The fastest there is</source>
   <translation>Le plus rapide disponible</translation>
  </message>
  <message>
   <source>The file that keeps every result and every review. From the next run on.</source>
   <translation>Le fichier qui conserve chaque résultat et chaque relecture. Dès la prochaine analyse.</translation>
  </message>
  <message>
   <source>Where the model runs</source>
   <translation>Où le modèle s'exécute</translation>
  </message>
 </context>
 <context>
  <name>slide</name>
  <message numerus="yes">
   <source>%n differ from the pre-classification</source>
   <translation>
    <numerusform>%n diffère de la préclassification</numerusform>
    <numerusform>%n diffèrent de la préclassification</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n fields not reviewed</source>
   <translation>
    <numerusform>%n champ non relu</numerusform>
    <numerusform>%n champs non relus</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n fields on which readers disagree</source>
   <translation>
    <numerusform>%n champ sur lequel les lecteurs divergent</numerusform>
    <numerusform>%n champs sur lesquels les lecteurs divergent</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n fields unreadable</source>
   <translation>
    <numerusform>%n champ illisible</numerusform>
    <numerusform>%n champs illisibles</numerusform>
   </translation>
  </message>
  <message>
   <source>Fields signed then that are not here: {count}.</source>
   <translation>Champs signés alors qui ne sont pas ici : {count}.</translation>
  </message>
  <message>
   <source>Fields that came later and are not part of it: {count}.</source>
   <translation>Champs venus ensuite, qui n'en font pas partie : {count}.</translation>
  </message>
  <message>
   <source>No field was reviewed by a person.</source>
   <translation>Aucun champ n'a été relu par une personne.</translation>
  </message>
  <message>
   <source>No suspicious field; a person decides: Benign is never released alone.</source>
   <translation>Aucun champ suspect ; une personne décide : Benign n'est jamais validé sans elle.</translation>
  </message>
  <message>
   <source>Not signed off. Open: {items}.</source>
   <translation>Non signée. Reste ouvert : {items}.</translation>
  </message>
  <message>
   <source>Review required.</source>
   <translation>Relecture requise.</translation>
  </message>
  <message>
   <source>Signed off by {reader} on {when} UTC, open then: {items}.</source>
   <translation>Signée par {reader} le {when} UTC, alors ouvert : {items}.</translation>
  </message>
  <message>
   <source>none differs from the pre-classification</source>
   <translation>aucun ne diffère de la préclassification</translation>
  </message>
  <message>
   <source>nothing</source>
   <translation>rien</translation>
  </message>
  <message>
   <source>{count} suspicious ({labels})</source>
   <translation>{count} suspects ({labels})</translation>
  </message>
  <message>
   <source>{count} unreadable</source>
   <translation>{count} illisibles</translation>
  </message>
  <message>
   <source>{count} with flags</source>
   <translation>{count} avec signalement</translation>
  </message>
  <message>
   <source>{done} of {total} fields analysed</source>
   <translation>{done} champs sur {total} analysés</translation>
  </message>
  <message>
   <source>{done} of {total} fields reviewed by a person</source>
   <translation>{done} champs sur {total} relus par une personne</translation>
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
   <translation>Découper le plus grand carré centré et le ramener à la taille indiquée en pixels.</translation>
  </message>
  <message>
   <source>Equalise the lightness (L of LAB) in `tiles` x `tiles` tiles, limited to `clip_limit` (Zuiderveld 1994).</source>
   <translation>Égaliser la clarté (L de LAB) par tuiles, dans la limite indiquée (Zuiderveld 1994).</translation>
  </message>
  <message>
   <source>Gaussian blur</source>
   <translation>Flou gaussien</translation>
  </message>
  <message>
   <source>Hide scale bar</source>
   <translation>Masquer la barre d'échelle</translation>
  </message>
  <message>
   <source>Keep WBC-like cells, grown by `margin`, on white, so that neither background nor red cells can give the label away.</source>
   <translation>Garder sur fond blanc les cellules de type leucocytaire, agrandies de la marge, pour que ni le fond ni les globules rouges ne trahissent la classe.</translation>
  </message>
  <message>
   <source>Keep cells only</source>
   <translation>Garder seulement les cellules</translation>
  </message>
  <message>
   <source>Keep pink, purple and blue pixels and paint the rest in one grey, black as in the seed project.</source>
   <translation>Garder les pixels roses, violets et bleus et peindre le reste d'un seul gris, noir comme dans le projet d'origine.</translation>
  </message>
  <message>
   <source>Keep stained colours (LAB mask)</source>
   <translation>Garder les couleurs de coloration (masque LAB)</translation>
  </message>
  <message>
   <source>Paint the lower right corner, from the fractions `left` and `top` of the width and height, in one grey.</source>
   <translation>Peindre d'un seul gris le coin inférieur droit, à partir des fractions « Gauche » et « Haut » de la largeur et de la hauteur.</translation>
  </message>
  <message>
   <source>Scale each channel so that the channel means agree (Buchsbaum 1980), blended by `strength`.</source>
   <translation>Ajuster chaque canal pour que les moyennes concordent (Buchsbaum 1980), mélangé selon « Force ».</translation>
  </message>
  <message>
   <source>Smooth with a Gaussian of standard deviation `sigma` pixels.</source>
   <translation>Lisser par une gaussienne d'écart type « Sigma » en pixels.</translation>
  </message>
  <message>
   <source>Square crop and resize</source>
   <translation>Recadrer au carré et redimensionner</translation>
  </message>
  <message>
   <source>White balance (grey world)</source>
   <translation>Balance des blancs (monde gris)</translation>
  </message>
 </context>
 <context>
  <name>view_menu</name>
  <message>
   <source>As the system</source>
   <translation>Comme le système</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>Sombre</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Clair</translation>
  </message>
  <message>
   <source>Panels</source>
   <translation>Panneaux</translation>
  </message>
  <message>
   <source>Theme</source>
   <translation>Thème</translation>
  </message>
 </context>
 <context>
  <name>why</name>
  <message>
   <source>(%d at the border)</source>
   <translation>(%d au bord)</translation>
  </message>
  <message>
   <source>(chance %s)</source>
   <translation>(hasard %s)</translation>
  </message>
  <message>
   <source>Cell {number}: {drop}</source>
   <translation>Cellule {number} : {drop}</translation>
  </message>
  <message>
   <source>Cells that speak most</source>
   <translation>Cellules de poids</translation>
  </message>
  <message>
   <source>Evidence inside cells</source>
   <translation>Indices dans les cellules</translation>
  </message>
  <message>
   <source>WBC-like cells</source>
   <translation>Cellules de type leucocytaire</translation>
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
   <translation>Pour essayer le programme ; rien à faire.</translation>
  </message>
  <message>
   <source>Look at the field yourself; the model is not sure.</source>
   <translation>Regardez le champ vous-même ; le modèle n'est pas sûr.</translation>
  </message>
  <message>
   <source>More than one label fits. Decide between those of the prediction set.</source>
   <translation>Plus d'une classe convient. Décidez entre celles de l'ensemble de prédiction.</translation>
  </message>
  <message>
   <source>Parts of the picture may be invented. Copy the file from its source again.</source>
   <translation>Des parties de l'image peuvent être inventées. Copiez de nouveau le fichier depuis sa source.</translation>
  </message>
  <message>
   <source>The model has not seen such fields. Do not rely on it.</source>
   <translation>Le modèle n'a jamais vu de tels champs. Ne vous y fiez pas.</translation>
  </message>
  <message>
   <source>Unidentified</source>
   <translation>Indéterminé</translation>
  </message>
  <message>
   <source>ambiguous set</source>
   <translation>ensemble ambigu</translation>
  </message>
  <message>
   <source>blurred</source>
   <translation>flou</translation>
  </message>
  <message>
   <source>damaged file</source>
   <translation>fichier endommagé</translation>
  </message>
  <message>
   <source>drawn, not a real field</source>
   <translation>dessiné, pas un vrai champ</translation>
  </message>
  <message>
   <source>failed</source>
   <translation>échec</translation>
  </message>
  <message>
   <source>few cells</source>
   <translation>peu de cellules</translation>
  </message>
  <message>
   <source>low confidence</source>
   <translation>confiance faible</translation>
  </message>
  <message>
   <source>ok</source>
   <translation>correct</translation>
  </message>
  <message>
   <source>other magnification</source>
   <translation>autre grossissement</translation>
  </message>
  <message>
   <source>over-exposed</source>
   <translation>surexposé</translation>
  </message>
  <message>
   <source>review</source>
   <translation>à examiner</translation>
  </message>
  <message>
   <source>under-exposed</source>
   <translation>sous-exposé</translation>
  </message>
  <message>
   <source>unlike the training fields</source>
   <translation>différent des champs d'entraînement</translation>
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
