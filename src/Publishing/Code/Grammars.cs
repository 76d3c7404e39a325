namespace Qiansi.Publishing.Code;

/// <summary>The languages that are coloured by <see cref="Tokenizer"/>.</summary>
internal static class Grammars
{
    private static readonly (string, string)[] CComment = [("/*", "*/")];

    private static readonly Grammar[] Known =
    [
        new()
        {
            Names = ["javascript", "typescript", "ts", "jsx", "tsx", "mjs"],
            Words = "async await break case catch class const continue debugger default delete do else export extends false finally for "
                + "from function get if implements import in instanceof interface let new null of return set static super switch this "
                + "throw true try type typeof undefined var void while with yield",
            LineComments = ["//"], BlockComments = CComment, Quotes = ["`", "\"", "'"], MultilineQuotes = ["`"], WordStarts = "_$",
        },
        new()
        {
            Names = ["python", "py", "python3", "ipython", "ipython3"],
            Words = "False None True and as assert async await break case class continue def del elif else except finally for from global "
                + "if import in is lambda match nonlocal not or pass raise return self try while with yield",
            LineComments = ["#"], Quotes = ["\"\"\"", "'''", "\"", "'"], MultilineQuotes = ["\"\"\"", "'''"],
        },
        new() { Names = ["json", "jsonc", "json5"], Words = "true false null", LineComments = ["//"], BlockComments = CComment,
            Quotes = ["\""], TextsNameMembers = true },
        new()
        {
            Names = ["sql", "sqlite", "tsql", "postgresql", "mysql"],
            Words = "add all alter and as asc avg begin between by case cast check column commit constraint count create cross cte "
                + "default delete desc distinct drop else end except exists false foreign from full group having if in index inner insert "
                + "intersect into is join key left like limit max min not null offset on or order outer over partition primary references "
                + "replace right rollback row rows select set sum table then transaction true union unique update using "
                + "values view when where with",
            LineComments = ["--"], BlockComments = CComment, BackslashEscapes = false, IgnoreCase = true,
        },
        new()
        {
            Names = ["fsharp"],
            Words = "abstract and as assert async base begin class default do done downcast downto elif else end exception extern false "
                + "finally fixed for fun function if in inherit inline interface internal lazy let match member module mutable namespace "
                + "new not null of open or override private public rec return static struct task then to true try type upcast use val "
                + "void when while with yield",
            LineComments = ["//"], BlockComments = [("(*", "*)")], Quotes = ["\"\"\"", "\""], MultilineQuotes = ["\"\"\"", "\""],
        },
        new()
        {
            Names = ["bash", "sh", "shell", "zsh", "console"],
            Words = "case cd do done echo elif else esac exit export fi for function if in local read return set shift "
                + "source then unset until while",
            LineComments = ["#"], MultilineQuotes = ["\"", "'"], WordStarts = "_$",
        },
        new()
        {
            Names = ["pwsh", "ps1"],
            Words = "begin break catch class continue do else elseif end enum exit filter finally for foreach function if in param "
                + "process return switch throw trap try until using while",
            LineComments = ["#"], BlockComments = [("<#", "#>")], BackslashEscapes = false, IgnoreCase = true, WordStarts = "_$",
        },
        new()
        {
            Names = ["c", "cpp", "c++", "h", "hpp", "cuda", "cu", "java", "rust", "rs", "go", "kotlin", "swift", "glsl"],
            Words = "abstract as auto bool boolean break byte case catch char class const constexpr continue default delete do double "
                + "else enum explicit export extends extern false final float fn for func goto if impl implements import in inline int "
                + "interface let long match mod mut namespace new nil null nullptr operator package private protected pub public return "
                + "self short signed sizeof static struct super switch template this throw trait true try type typedef typename union "
                + "unsigned use using var virtual void volatile while",
            LineComments = ["//"], BlockComments = CComment,
        },
        new()
        {
            Names = ["kql", "kusto"],
            Words = "and ago asc between by contains count datatable desc distinct extend from has in join kind let limit not on or order "
                + "project render sort summarize take top union where",
            LineComments = ["//"],
        },
        new() { Names = ["yaml", "yml"], Words = "true false null yes no on off", LineComments = ["#"] },
        new() { Names = ["toml", "ini"], Words = "true false", LineComments = ["#", ";"] },
        new() { Names = ["css", "scss"], Words = "important inherit initial none auto", BlockComments = CComment, WordStarts = "_@" },
        new()
        {
            Names = ["snl", "pascal", "delphi"],
            Words = "and array begin char const do div else end endwh false fi for function if integer mod not of or procedure program "
                + "read real record repeat return then to true type until var while write",
            BlockComments = [("{", "}")], BackslashEscapes = false, IgnoreCase = true,
        },
        new()
        {
            Names = ["mermaid"],
            Words = "BT LR RL TB TD activate actor alt and class classDiagram deactivate direction else end erDiagram flowchart gantt "
                + "gitGraph graph loop mindmap note opt par participant pie rect section sequenceDiagram state stateDiagram style "
                + "subgraph timeline title",
            LineComments = ["%%"], Quotes = ["\""],
        },
        new() { Names = ["http"], Words = "CONNECT DELETE GET HEAD OPTIONS PATCH POST PUT TRACE HTTP",
            LineComments = ["#", "//"], Quotes = ["\""] },
        new() { Names = ["latex", "tex"], LineComments = ["%"], Quotes = [], WordStarts = "\\",
            Words = "\\begin \\end \\frac \\left \\right \\sum \\int" },
    ];

    /// <summary>The grammar for a language's name, or null.</summary>
    public static Grammar? Find(string language) => Array.Find(Known, g => g.Names.Contains(language));
}
