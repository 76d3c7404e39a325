using System.Buffers;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Qiansi.Server.Contents;
using Qiansi.Server.Http;
using Qiansi.Server.Hub;
using Qiansi.Server.Security;

namespace Qiansi.Server.Workbench;

/// <summary>The pages that the bundle's scripts draw: JupyterLab with many documents or one, and live slides.</summary>
/// <param name="bundle">The scripts.</param>
/// <param name="root">The folder that is served.</param>
/// <param name="hasTrash">Whether deleted files can be had back.</param>
/// <param name="hub">The JupyterHub that has started the server, or null.</param>
internal sealed class WorkbenchPages(Bundle bundle, RootFolder root, bool hasTrash, HubEnvironment? hub)
{
    private const string StaticAddress = "/lab/static";

    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var pattern in (string[])["/lab", "/lab/tree/{**path}", "/lab/workspaces/{workspace}",
            "/lab/workspaces/{workspace}/tree/{**path}"])
            routes.MapGet(pattern, (RequestDelegate)(c => LabAsync(c, "/lab", "multiple-document")));
        foreach (var pattern in (string[])["/doc", "/doc/tree/{**path}", "/doc/workspaces/{workspace}",
            "/doc/workspaces/{workspace}/tree/{**path}"])
            routes.MapGet(pattern, (RequestDelegate)(c => LabAsync(c, "/doc", "single-document")));
        routes.MapGet("/slides/{**path}", (RequestDelegate)SlidesAsync);
        new FolderFiles(Path.Combine(bundle.Folder, "static"), "public, max-age=31536000, immutable").Map(routes, StaticAddress);
        new FolderFiles(Path.Combine(bundle.Folder, "themes"), "no-cache").Map(routes, "/lab/api/themes");
        new FolderFiles(Path.Combine(bundle.Folder, "reveal"), "no-cache").Map(routes, "/lab/reveal");
    }

    private Task LabAsync(HttpContext context, string appUrl, string mode)
    {
        var path = context.Request.RouteValues["path"] as string ?? "";
        var workspace = context.Request.RouteValues["workspace"] as string ?? "default";
        return PageAsync(context, "Qiansi Lab", bundle.Lab, json =>
        {
            json.WriteString("appUrl", appUrl);
            json.WriteString("fullAppUrl", context.Request.PathBase + appUrl);
            json.WriteString("mode", mode);
            json.WriteString("workspace", workspace);
            json.WriteString("treePath", path);
        });
    }

    private Task SlidesAsync(HttpContext context)
    {
        var path = root.Resolve(context.Request.RouteValues["path"] as string ?? "");
        if (!path.IsNotebook || !path.Exists) throw new HttpFailure(404, $"There is no notebook '{path.Api}'.");
        return PageAsync(context, Path.GetFileNameWithoutExtension(path.Name), bundle.Slides, json =>
        {
            json.WriteString("appUrl", "/slides");
            json.WriteString("fullAppUrl", context.Request.PathBase + "/slides");
            json.WriteString("notebookPath", path.Api);
        });
    }

    private async Task PageAsync(HttpContext context, string title, IReadOnlyList<string> scripts, Action<Utf8JsonWriter> more)
    {
        SecurityHeaders.AllowWorkbench(context);
        // The address that is shown is the first of the session's; it must not be found again without asking.
        context.Response.Headers.CacheControl = "no-store";
        var root = context.Request.PathBase.Value;
        var page = new StringBuilder();
        page.Append(
            $"<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>{WebUtility.HtmlEncode(title)}</title>\n");
        page.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<link rel=\"icon\" type=\"image/svg+xml\" "
            + "class=\"idle favicon\" href=\"" + root + "/favicon.svg\">\n");
        page.Append("<script id=\"jupyter-config-data\" type=\"application/json\">").Append(Configuration(root ?? "", more))
            .Append("</script>\n");
        foreach (var script in scripts) page.Append($"<script defer src=\"{root}{StaticAddress}/{script}\"></script>\n");
        page.Append("</head>\n<body>\n<noscript>JupyterLab is made of scripts; this browser runs none.</noscript>\n</body>\n</html>\n");
        await context.BytesAsync(200, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(page.ToString()));
    }

    /// <param name="prefix">What stands before all addresses under a hub. Values that JupyterLab joins to baseUrl do not have it.</param>
    /// <param name="more">Writes what the page's own scripts need.</param>
    private string Configuration(string prefix, Action<Utf8JsonWriter> more)
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        // The default encoder writes < and > as escapes, so nothing in it ends the script element.
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("appName", "Qiansi Lab");
            json.WriteString("appNamespace", "jupyterlab");
            json.WriteString("appVersion", bundle.Version);
            json.WriteString("baseUrl", prefix + "/");
            json.WriteString("wsUrl", "");
            json.WriteString("token", "");
            json.WriteString("fullStaticUrl", prefix + StaticAddress);
            json.WriteString("treeUrl", "/lab/tree");
            json.WriteString("settingsUrl", "/lab/api/settings");
            json.WriteString("themesUrl", "/lab/api/themes");
            foreach (var name in (string[])["settings", "themes", "workspacesApi", "translationsApi", "licenses", "listings"])
            {
                var address = "/lab/api/" + name.Replace("Api", "", StringComparison.Ordinal);
                if (name is not ("settings" or "themes")) json.WriteString(name + "Url", address);
                json.WriteString($"full{char.ToUpperInvariant(name[0])}{name[1..]}Url", prefix + address);
            }
            if (hub is not null)
            {
                // What File > Hub Control Panel and Log Out go by.
                json.WriteString("hubPrefix", hub.HubPrefix);
                json.WriteString("hubHost", hub.Host);
                json.WriteString("hubUser", hub.User);
                json.WriteString("hubServerName", hub.ServerName);
            }
            json.WriteString("preferredPath", "");
            json.WriteString("serverRoot", root.Folder);
            json.WriteString("rootUri", new Uri(root.Folder).AbsoluteUri);
            json.WriteString("quitButton", hub is null ? "true" : "false");
            json.WriteString("delete_to_trash", hasTrash ? "true" : "false");
            foreach (var never in (string[])["terminalsAvailable", "buildAvailable", "buildCheck", "cacheFiles", "devMode",
                "exposeAppInBrowser"]) json.WriteString(never, "false");
            json.WriteStartArray("federated_extensions");
            json.WriteEndArray();
            json.WriteStartArray("disabledExtensions");
            foreach (var plugin in bundle.DisabledExtensions) json.WriteStringValue(plugin);
            json.WriteEndArray();
            json.WriteStartArray("deferredExtensions");
            json.WriteEndArray();
            more(json);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
