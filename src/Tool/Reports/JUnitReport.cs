using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Qiansi.Documents;
using Qiansi.Publishing;
using Qiansi.Tool.Running;

namespace Qiansi.Tool.Reports;

/// <summary>A run as JUnit XML, which continuous integration servers show: a suite a notebook, a case a code cell.</summary>
internal static class JUnitReport
{
    /// <summary>Characters of a cell's text output that are kept, from its end.</summary>
    public const int OutputTail = 8 * 1024;

    /// <summary>Writes the report.</summary>
    /// <exception cref="DocumentException">The file cannot be written.</exception>
    public static void Write(string path, IReadOnlyList<NotebookReport> notebooks) => OutputFile.Write(path, ToBytes(notebooks));

    /// <summary>Writes one report of the suites of several.</summary>
    /// <exception cref="DocumentException">The file cannot be written.</exception>
    public static void Merge(string path, IEnumerable<string> reports)
    {
        var suites = reports.SelectMany(r => XElement.Load(r, LoadOptions.PreserveWhitespace).Elements("testsuite")).ToList();
        var all = new XElement("testsuites", new XAttribute("name", "nb run"));
        foreach (var count in (string[])["tests", "failures", "errors", "skipped"])
            all.Add(new XAttribute(count, suites.Sum(s => (int)s.Attribute(count)!)));
        all.Add(new XAttribute("time", suites.Sum(s => (decimal)s.Attribute("time")!)), suites);
        OutputFile.Write(path, new XDeclaration("1.0", "utf-8", null) + "\n" + all + "\n");
    }

    /// <summary>The report, UTF-8.</summary>
    public static byte[] ToBytes(IReadOnlyList<NotebookReport> notebooks)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(
            stream, new XmlWriterSettings { Indent = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
        {
            xml.WriteStartElement("testsuites");
            xml.WriteAttributeString("name", "nb run");
            WriteCounts(xml, notebooks);
            foreach (var notebook in notebooks) WriteSuite(xml, notebook);
            xml.WriteEndElement();
        }

        return stream.ToArray();
    }

    private static void WriteCounts(XmlWriter xml, IReadOnlyList<NotebookReport> notebooks)
    {
        var cells = notebooks.SelectMany(n => n.Cells).ToList();
        var broken = notebooks.Count(n => n.Failure is not null);
        Number(xml, "tests", cells.Count + broken);
        Number(xml, "failures", cells.Count(c => c.Outcome == CellOutcome.Failed));
        Number(xml, "errors",
            broken + cells.Count(c => c.Outcome is CellOutcome.TimedOut or CellOutcome.Interrupted or CellOutcome.KernelDied));
        Number(xml, "skipped", cells.Count(c => c.Outcome is CellOutcome.Skipped or CellOutcome.NotRun));
        Time(xml, TimeSpan.FromTicks(notebooks.Sum(n => n.Elapsed.Ticks)));
    }

    private static void WriteSuite(XmlWriter xml, NotebookReport notebook)
    {
        xml.WriteStartElement("testsuite");
        // Runs of one notebook with other values are other suites to a server, which knows them by their names.
        var values = string.Join(", ", notebook.Parameters.Select(p => $"{p.Key}={p.Value}"));
        Text(xml, "name", values.Length == 0 ? notebook.Path : $"{notebook.Path} ({values})");
        WriteCounts(xml, [notebook]);
        xml.WriteAttributeString("timestamp", notebook.Started.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
        WriteProperties(xml, notebook.Parameters);
        foreach (var cell in notebook.Cells) WriteCase(xml, notebook, cell);
        if (notebook.Failure is { } failure)
        {
            xml.WriteStartElement("testcase");
            Text(xml, "classname", notebook.Path);
            xml.WriteAttributeString("name", "the notebook");
            Time(xml, TimeSpan.Zero);
            WriteProblem(xml, "error", "Notebook", failure.Message, failure.Message);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteProperties(XmlWriter xml, IReadOnlyList<KeyValuePair<string, string>> parameters)
    {
        if (parameters.Count == 0) return;
        xml.WriteStartElement("properties");
        foreach (var (name, value) in parameters)
        {
            xml.WriteStartElement("property");
            Text(xml, "name", name);
            Text(xml, "value", value);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteCase(XmlWriter xml, NotebookReport notebook, CellReport cell)
    {
        xml.WriteStartElement("testcase");
        Text(xml, "classname", notebook.Path);
        Text(xml, "name", string.Create(CultureInfo.InvariantCulture, $"Cell {cell.Number}: {cell.Title}"));
        Time(xml, cell.Elapsed);
        switch (cell.Outcome)
        {
            case CellOutcome.Skipped or CellOutcome.NotRun:
                xml.WriteStartElement("skipped");
                xml.WriteAttributeString(
                    "message", cell.Outcome == CellOutcome.Skipped ? "tagged skip-execution" : "an earlier cell ended the run");
                xml.WriteEndElement();
                break;
            case CellOutcome.Failed or CellOutcome.TimedOut or CellOutcome.Interrupted or CellOutcome.KernelDied:
                var error = cell.Error ?? new("Error", cell.Outcome.ToString(), []);
                WriteProblem(xml, cell.Outcome == CellOutcome.Failed ? "failure" : "error", error.Name, error.Message,
                    error.Traceback.Count > 0 ? string.Join('\n', error.Traceback) : error.Message);
                break;
            default:
                break;
        }

        if (cell.Outcome != CellOutcome.Skipped && Streams(cell.Cell) is { Length: > 0 } output)
        {
            xml.WriteStartElement("system-out");
            xml.WriteString(output);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteProblem(XmlWriter xml, string kind, string type, string message, string details)
    {
        xml.WriteStartElement(kind);
        Text(xml, "message", message);
        Text(xml, "type", type);
        xml.WriteString(Legal(details));
        xml.WriteEndElement();
    }

    /// <summary>The end of what the cell wrote to its streams.</summary>
    private static string Streams(Cell cell)
    {
        var text = Legal(string.Concat(cell.Outputs.OfType<StreamOutput>().Select(o => o.Text)));
        if (text.Length <= OutputTail) return text;
        var cut = text.Length - OutputTail;
        return string.Create(CultureInfo.InvariantCulture, $"… {cut} characters left out …\n") + Legal(text[cut..]);
    }

    private static void Text(XmlWriter xml, string name, string value) => xml.WriteAttributeString(name, Legal(value));

    private static void Number(XmlWriter xml, string name, int value) =>
        xml.WriteAttributeString(name, value.ToString(CultureInfo.InvariantCulture));

    private static void Time(XmlWriter xml, TimeSpan time) =>
        xml.WriteAttributeString("time", time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture));

    /// <summary>Text with only the characters that XML 1.0 allows; others, lone surrogates among them, become U+FFFD.</summary>
    private static string Legal(string text)
    {
        text = PlainText.Of(text);
        StringBuilder? legal = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
            {
                legal?.Append(text[i]);
            }
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                legal?.Append(text, i, 2);
                i++;
            }
            else
            {
                legal ??= new(text, 0, i, text.Length);
                legal.Append('\uFFFD');
            }
        }

        return legal?.ToString() ?? text;
    }
}
