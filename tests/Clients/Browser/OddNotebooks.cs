using System.Text.Json.Nodes;

namespace Qiansi.Clients.Browser;

/// <summary>Notebooks as other programs, older versions and people with editors leave them: each valid,
/// none as JupyterLab would write it.</summary>
internal static class OddNotebooks
{
    private const string Kernel =
        """{"kernelspec":{"name":".net-csharp","display_name":".NET (C#)","language":"C#"},"language_info":{"name":"C#"}}""";

    /// <summary>File name and content of each.</summary>
    public static IEnumerable<(string Name, string Text)> All()
    {
        yield return ("no-cells.ipynb", Of(""));
        yield return ("old-minor-without-ids.ipynb",
            """{"cells":[{"cell_type":"code","execution_count":3,"metadata":{"collapsed":false},"outputs":[],"source":["1\n","+ 1"]}],"metadata":{"kernelspec":{"name":".net-csharp","display_name":".NET (C#)","language":"C#"}},"nbformat":4,"nbformat_minor":2}""");
        yield return ("polyglot.ipynb",
            Of(Code("1"),
                """{"kernelspec":{"display_name":".NET (C#)","language":"C#","name":".net-csharp"},"language_info":{"name":"polyglot-notebook"},"polyglot_notebook":{"kernelInfo":{"defaultKernelName":"csharp","items":[{"aliases":[],"languageName":"csharp","name":"csharp"}]}}}"""));
        yield return ("dotnet-interactive-of-2021.ipynb",
            Of(Code("1", """{"dotnet_interactive":{"language":"csharp"}}"""),
                """{"kernelspec":{"display_name":".NET (C#)","language":"C#","name":".net-csharp"},"language_info":{"file_extension":".cs","mimetype":"text/x-csharp","name":"C#","pygments_lexer":"csharp","version":"9.0"}}"""));
        yield return ("another-display-name.ipynb",
            Of(Code("1"),
                """{"kernelspec":{"display_name":"My C#","language":"csharp","name":".net-csharp","interrupt_mode":"message"},"language_info":{"name":"C#","version":"8.0","codemirror_mode":"csharp"}}"""));
        yield return ("language-only.ipynb", Of(Code("1"), """{"language_info":{"name":"C#"}}"""));
        yield return ("unknown-metadata.ipynb",
            Of(
                Code("1",
                    """{"tags":["a"],"vscode":{"x":[1,2.50,1e3]},"slideshow":{"slide_type":"slide"},"collapsed":true,"scrolled":"auto","jupyter":{"source_hidden":true,"outputs_hidden":true},"execution":{"iopub.status.busy":"2024-01-01T00:00:00Z"}}""")));
        yield return ("lines-everywhere.ipynb", Of("""
            {"cell_type":"code","id":"o","metadata":{},"execution_count":1,"source":["a\n","b"],"outputs":[
              {"output_type":"stream","name":"stdout","text":["1\n","2\n","3"]},
              {"output_type":"stream","name":"stdout","text":"4\n"},
              {"output_type":"stream","name":"stderr","text":["w\r\n","x"]},
              {"output_type":"display_data","metadata":{"image/png":{"width":4}},"data":{"image/png":"PNG\n","text/plain":["<a\n","b>"]}},
              {"output_type":"display_data","metadata":{},"data":{"text/html":["<b>\n","bold</b>"],"text/plain":[]}},
              {"output_type":"display_data","metadata":{},"data":{"image/svg+xml":["<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>\n","</svg>"],"text/plain":["svg"]}},
              {"output_type":"display_data","metadata":{},"data":{"text/vnd.mermaid":["graph LR\n","a --> b"],"text/plain":"a"}},
              {"output_type":"display_data","metadata":{},"data":{"application/vnd.vegalite.v5+json":{"data":{"values":[{"a":1}]},"mark":"point","encoding":{"x":{"field":"a","type":"quantitative"}}},"text/plain":["chart"]}},
              {"output_type":"display_data","metadata":{},"data":{"application/vnd.plotly.v1+json":{"data":[{"y":[1,2]}],"layout":{}},"text/plain":["chart"]}},
              {"output_type":"display_data","metadata":{"application/json":{"expanded":true}},"data":{"application/json":[1,"two",{"three":[]}],"text/plain":["json"]}},
              {"output_type":"execute_result","execution_count":1,"metadata":{},"data":{"text/latex":["$$","x^2","$$"],"text/markdown":["# a\n","b"]}},
              {"output_type":"error","ename":"E","evalue":"v","traceback":["\u001b[31mone\u001b[0m","two"]}]}
            """.Replace("PNG", SampleFiles.Png, StringComparison.Ordinal)));
        yield return ("markdown-and-raw.ipynb", Of("""
            {"cell_type":"markdown","id":"m","metadata":{},"source":["# T\n","![](attachment:a.png) ![](attachment:b%20c.png)"],"attachments":{"a.png":{"image/png":["PNG"]},"b c.png":{"image/png":"PNG"},"unused.png":{"image/png":"PNG"}}},
            {"cell_type":"markdown","id":"e","metadata":{},"source":"","attachments":{}},
            {"cell_type":"raw","id":"r","metadata":{"raw_mimetype":"text/restructuredtext","format":"text/html"},"source":["a\n","b\n"]},
            {"cell_type":"raw","id":"s","metadata":{},"source":[]}
            """.Replace("PNG", SampleFiles.Png, StringComparison.Ordinal)));
        yield return ("line-ends-and-signs.ipynb", Of(Code(@"a\r\nb\rc\u2028d\t浅思 \ud83d\ude00 \u0000")));
        yield return ("indented-by-four.ipynb",
            JsonNode.Parse(Of(Code("1")))!.ToJsonString(new() { WriteIndented = true, IndentSize = 4 }) + "\r\n\r\n");
        yield return ("with-a-mark-at-its-start.ipynb", "\uFEFF" + Of(Code("1")));
        yield return ("twice-the-same-id.ipynb", Of(Code("1") + "," + Code("2")));
        yield return ("keys-in-another-order.ipynb",
            """{"nbformat_minor":5,"nbformat":4,"metadata":{"b":1,"a":{"z":1,"y":2},"kernelspec":{"name":".net-csharp","language":"C#","display_name":".NET (C#)"}},"cells":[{"source":"1","outputs":[],"metadata":{},"id":"k","execution_count":null,"cell_type":"code"}]}""");
        yield return ("minor-of-the-future.ipynb",
            Of(Code("1")).Replace("\"nbformat_minor\":5", "\"nbformat_minor\":9,\"new_in_9\":true", StringComparison.Ordinal));
    }

    /// <summary>A notebook from elsewhere: a code cell with these outputs, each of one media type.</summary>
    public static string WithOutputs(IEnumerable<(string MediaType, string Value)> outputs) => SampleFiles.Notebook(new JsonObject
    {
        ["cell_type"] = "code",
        ["execution_count"] = 1,
        ["metadata"] = new JsonObject(),
        ["outputs"] = new JsonArray([.. outputs.Select(o => (JsonNode)new JsonObject
        {
            ["output_type"] = "display_data",
            ["metadata"] = new JsonObject(),
            ["data"] = new JsonObject { [o.MediaType] =
                o.MediaType.EndsWith("+json", StringComparison.Ordinal) ? JsonNode.Parse(o.Value) : o.Value },
        })]),
        ["source"] = "1",
    });

    private static string Of(string cells, string metadata = Kernel) =>
        $$"""{"cells":[{{cells}}],"metadata":{{metadata}},"nbformat":4,"nbformat_minor":5}""";

    private static string Code(string jsonText, string metadata = "{}") =>
        $$"""{"cell_type":"code","id":"a","metadata":{{metadata}},"execution_count":null,"outputs":[],"source":"{{jsonText}}"}""";
}
