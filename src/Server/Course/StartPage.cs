using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Qiansi.Server.Contents;
using Qiansi.Server.Http;
using Qiansi.Server.Pages;
using Qiansi.Server.Security;

namespace Qiansi.Server.Course;

/// <summary>The first page: the folder's notebooks as a course. Plain HTML; nothing on it needs a script.</summary>
internal sealed class StartPage(CourseCatalog catalog, ContentWriter writer, bool hasLab)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", (RequestDelegate)ShowAsync);
        routes.MapPost("/course/new", (RequestDelegate)CreateAsync);
        routes.MapGet("/api/qiansi/course", (RequestDelegate)DataAsync);
    }

    private async Task ShowAsync(HttpContext context)
    {
        SecurityHeaders.AllowPlainPage(context.Response);
        var sections = catalog.Sections();
        var body = new StringBuilder();
        body.Append(Header(sections, Xsrf.Give(context)));
        foreach (var section in sections) body.Append(Section(section, sections.Count > 1 || section.Name.Length > 0));
        if (sections.Count == 0) body.Append("<p class=\"empty\">There is no notebook in this folder yet.</p>\n");
        body.Append(Footer());
        await PlainPage.WriteAsync(context, 200,
            Path.GetFileName(catalog.Root.Folder) is { Length: > 0 } name ? $"{name} – Qiansi" : "Qiansi", "course", body.ToString());
    }

    /// <summary>Makes a notebook and opens it.</summary>
    private Task CreateAsync(HttpContext context)
    {
        var created = writer.Create(catalog.Root.Resolve(""), "notebook", null);
        context.Response.Redirect($"{context.Request.PathBase}/{Link(created.Api)}");
        return Task.CompletedTask;
    }

    private Task DataAsync(HttpContext context) => context.JsonAsync(200, json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("sections");
        foreach (var section in catalog.Sections())
        {
            json.WriteStartObject();
            json.WriteString("name", section.Name);
            json.WriteStartArray("chapters");
            foreach (var chapter in section.Chapters) Write(json, chapter);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, Chapter chapter)
    {
        json.WriteStartObject();
        json.WriteString("path", chapter.Path);
        json.WriteString("title", chapter.Title);
        json.WriteString("builds", chapter.Builds);
        if (chapter.Minutes is { } minutes) json.WriteNumber("minutes", minutes);
        else json.WriteNull("minutes");
        json.WriteNumber("cells", chapter.Cells.Count);
        json.WriteNumber("done", chapter.Done);
        json.WriteEndObject();
    }

    private string Header(IReadOnlyList<CourseSection> sections, string xsrf)
    {
        var chapters = sections.SelectMany(s => s.Chapters).ToList();
        var html = new StringBuilder("<header>\n<p class=\"name\"><img src=\"favicon.svg\" alt=\"\" width=\"36\" height=\"36\"> Qiansi "
            + "<span lang=\"zh-Hans\">浅思</span></p>\n");
        html.Append($"<h1>{Encode(Path.GetFileName(catalog.Root.Folder) is { Length: > 0 } name ? name : catalog.Root.Folder)}</h1>\n");
        if (chapters.Count > 0) html.Append($"<p class=\"sum\">{Sum(chapters)}</p>\n");
        html.Append("<div class=\"actions\">\n");
        var next = chapters.LastOrDefault(c => c is { IsBegun: true, IsFinished: false }) ?? chapters.FirstOrDefault(c => !c.IsFinished);
        if (next is not null)
            html.Append($"<a class=\"button\" href=\"{Link(next.Path)}\">{(chapters.Any(c => c.IsBegun) ? "Continue" : "Begin")}: "
                + $"{Encode(next.Title)}</a>\n");
        html.Append($"<form method=\"post\" action=\"course/new\"><input type=\"hidden\" name=\"{Xsrf.Cookie}\" "
            + $"value=\"{xsrf}\"><button>New notebook</button></form>\n");
        if (hasLab) html.Append("<a class=\"quiet\" href=\"lab\">All files</a>\n");
        return html.Append("</div>\n</header>\n").ToString();
    }

    private static string Sum(List<Chapter> chapters)
    {
        var parts = new List<string> { Count(chapters.Count, "notebook") };
        var minutes = chapters.Sum(c => c.Minutes ?? 0);
        if (minutes > 0) parts.Add($"about {Duration(minutes)}");
        var finished = chapters.Count(c => c.IsFinished);
        if (finished > 0) parts.Add($"{finished} of {chapters.Count} done");
        return string.Join(" · ", parts);
    }

    private static string Section(CourseSection section, bool isNamed)
    {
        var html = new StringBuilder("<section>\n");
        if (isNamed && section.Name.Length > 0) html.Append($"<h2>{Encode(section.Name)}</h2>\n");
        html.Append("<ol class=\"chapters\">\n");
        foreach (var chapter in section.Chapters) html.Append(Entry(chapter));
        return html.Append("</ol>\n</section>\n").ToString();
    }

    private static string Entry(Chapter chapter)
    {
        var state = chapter.IsFinished ? "done" : chapter.IsBegun ? "begun" : "new";
        var html = new StringBuilder($"<li class=\"{state}\"><a href=\"{Link(chapter.Path)}\">\n");
        html.Append($"<span class=\"number\">{Encode(chapter.Number ?? "·")}</span>\n<span "
            + $"class=\"text\"><strong>{Encode(chapter.Title)}</strong>");
        if (chapter.Builds.Length > 0) html.Append($"<span class=\"builds\">{Encode(chapter.Builds)}</span>");
        html.Append("</span>\n<span class=\"facts\">");
        if (chapter.Minutes is { } minutes) html.Append($"<span class=\"minutes\">{Duration(minutes)}</span>");
        if (chapter.IsFinished) html.Append("<span class=\"state\">done</span>");
        else if (chapter.IsBegun)
            html.Append(CultureInfo.InvariantCulture,
                $"<span class=\"state\">{chapter.Done} of {Count(chapter.Cells.Count, "cell")}</span>");
        html.Append("</span>\n");
        if (chapter is { IsBegun: true, IsFinished: false })
            html.Append(CultureInfo.InvariantCulture, $"<progress value=\"{chapter.Done}\" max=\"{chapter.Cells.Count}\"></progress>\n");
        return html.Append("</a></li>\n").ToString();
    }

    private string Footer()
    {
        var copies = $"A chapter with exercises opens as your own copy, which is kept in {StudentEdition.FolderName}.<br>";
        return $"<footer>{Encode(catalog.Root.Folder)}<br>{(catalog.Root.Work is null ? "" : copies)}"
            + "Cells run on this machine, in processes of their own; nothing here asks another machine for anything.</footer>\n";
    }

    private static string Duration(int minutes)
    {
        if (minutes < 100) return $"{minutes} min";
        var halves = (minutes + 14) / 30;
        return $"{halves / 2}{(halves % 2 == 0 ? "" : "½")} hours";
    }

    private static string Count(int number, string noun) => $"{number} {noun}{(number == 1 ? "" : "s")}";

    /// <summary>Relative to this page, which may stand below a hub's prefix.</summary>
    private static string Link(string path) => "lab/tree/" + string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
