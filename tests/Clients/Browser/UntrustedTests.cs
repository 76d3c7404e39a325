using Microsoft.Playwright;

namespace Qiansi.Clients.Browser;

/// <summary>A notebook from elsewhere looks as its author saw it, and nothing in it acts before it is trusted.</summary>
[Collection(nameof(RunningLab))]
public sealed class UntrustedTests(RunningLab lab)
{
    private const string Act = "window.acted=(window.acted||0)+1";

    private static readonly string[] Hostile =
    [
        $"<script>{Act}</script>", $"<svg><script>{Act}</script></svg>", $"<img src=x onerror=\"{Act}\">", $"<svg onload=\"{Act}\"></svg>",
        $"<svg><a id=\"a1\" href=\"#\"><animate attributeName=\"href\" values=\"javascript:{Act}\"/><text y=\"9\" "
        + "class=\"go\">go</text></a></svg>",
        $"<svg><a href=\"javascript:{Act}\"><text y=\"9\" class=\"go\">go</text></a></svg>",
        $"<a class=\"go\" style=\"color:red\" href=\"javascript:{Act}\">go</a>",
        $"<svg><set attributeName=\"onmouseover\" to=\"{Act}\"/></svg>",
        $"<svg><foreignObject><iframe srcdoc=\"<script>parent.{Act}</script>\"></iframe></foreignObject></svg>",
        $"<style>a::after{{content:\"\\3c/style>\\3cimg src=x onerror={Act}>\"}}</style>",
        $"<style>@import url('data:text/css,body{{outline:9px solid red}}');body{{outline:9px solid red}}</style><svg></svg>",
        $"<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror={Act}&gt;\">",
        $"<form style=\"x\"><input type=\"image\" src=x onerror=\"{Act}\"></form>",
        "<button class=\"go\" style=\"x\" data-commandlinker-command=\"notebook:insert-cell-below\">go</button>",
        "<svg><use href=\"data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'><image href='1' onerror='"
        + Act + "'/></svg>#x\"/></svg>",
        "<div id=\"jupyter-config-data\" style=\"color:red\">x</div>",
    ];

    [Fact]
    public async Task Nothing_in_it_acts()
    {
        Chromium.Require();
        var svg = $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"40\" onload=\"{Act}\"><script>{Act}</script><circle "
            + "r=\"20\" cx=\"20\" cy=\"20\"/></svg>";
        await lab.WriteAsync("hostile.ipynb",
            OddNotebooks.WithOutputs([.. Hostile.Select(h => ("text/html", h)), ("image/svg+xml", svg), ("application/javascript", Act),
                ("text/markdown", string.Concat(Hostile))]));
        await using var page = await lab.OpenAsync();
        await page.OpenNotebookAsync("hostile.ipynb");
        var cells = await page.Cells.CountAsync();
        foreach (var link in await page.Page.Locator(".jp-OutputArea .go").AllAsync()) await link.ClickAsync(new() { Force = true });
        await page.Page.WaitForTimeoutAsync(1000);
        Assert.Equal(0, await page.Page.EvaluateAsync<int>("() => window.acted ?? 0"));
        Assert.Equal(cells, await page.Cells.CountAsync());
        Assert.Equal("none", await page.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).outlineStyle"));
        Assert.Equal("SCRIPT", await page.Page.EvaluateAsync<string>("() => document.getElementById('jupyter-config-data').tagName"));
        Assert.Equal(0, await page.Page.Locator(".jp-OutputArea iframe, .jp-OutputArea script, .jp-OutputArea form").CountAsync());
    }

    [Fact]
    public async Task Drawings_styles_and_films_look_as_their_author_saw_them()
    {
        Chromium.Require();
        const string Drawing = """
            <style>.inked{fill:rgb(1,2,3)}</style><figure style="display:flex"><svg width="80" height="40" role="img"><title>a title that is no text</title><defs><linearGradient id="g"><stop stop-color="red"/></linearGradient></defs>
            <rect class="inked" width="10" height="10"><title>one</title></rect><rect class="graded" fill="url(#g)" x="20" width="10" height="10"/><image href="data:image/png;base64,PNG" width="5" height="5"/></svg></figure>
            """;
        const string Film = """
            <style>.film>div{display:none}.film>input:checked+div{display:block}</style><div class="film"><input type="radio" name="f" id="f-0" checked=""/><div class="first"><label for="f-1">on</label></div><input type="radio" name="f" id="f-1"/><div class="second">second</div></div>
            """;
        const string Overlay = "<div class=\"overlay\" style=\"position:fixed;inset:0;background:red\">over all</div>";
        await lab.WriteAsync("pictures.ipynb",
            OddNotebooks.WithOutputs([("text/html", Drawing.Replace("PNG", SampleFiles.Png, StringComparison.Ordinal)),
                ("text/html", Film), ("text/html", Overlay),
                ("image/svg+xml", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"40\"><title>t</title><circle r=\"20\" "
                    + "cx=\"20\" cy=\"20\"/></svg>")]));
        await using var page = await lab.OpenAsync();
        await page.OpenNotebookAsync("pictures.ipynb");
        var outputs = page.Page.Locator(".jp-OutputArea-output");
        Assert.Equal("", (await outputs.Nth(0).InnerTextAsync()).Trim());
        Assert.Equal(["rgb(1, 2, 3)", "flex"],
            await outputs.Nth(0).EvaluateAsync<string[]>(
                "e => [getComputedStyle(e.querySelector('.inked')).fill, getComputedStyle(e.querySelector('figure')).display]"));
        Assert.True(
            await outputs.Nth(0)
                .EvaluateAsync<bool>("e => e.querySelector(getComputedStyle(e.querySelector('.graded')).fill.match(/#[^\"]*/)[0]) !== "
                    + "null"), "the gradient is found under its new name");
        await outputs.Nth(1).GetByText("on", new() { Exact = true }).ClickAsync();
        await Assertions.Expect(outputs.Nth(1).GetByText("second")).ToBeVisibleAsync();
        await Assertions.Expect(outputs.Nth(1).GetByText("on", new() { Exact = true })).ToBeHiddenAsync();
        await Assertions.Expect(outputs.Nth(3).Locator("img")).ToHaveJSPropertyAsync("naturalWidth", 40);
        // An element that would lie over the whole page stays in its own box.
        Assert.False(await page.Page.EvaluateAsync<bool>("() => document.elementFromPoint(5, 5).closest('.overlay') !== null"));
        await page.PictureAsync("untrusted");
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Every_chapter_shows_its_pictures_at_first_sight(ColorScheme colors)
    {
        Chromium.Require();
        foreach (var chapter in Directory.EnumerateFiles(Path.Combine(InstalledKernel.Root, "notebooks"), "*.ipynb").Order())
        {
            // A name of its own: no other test has made it trusted.
            var name = $"first-sight-{colors}-{Path.GetFileName(chapter)}";
            File.Copy(chapter, Path.Combine(lab.Folder, name), overwrite: true);
            await using var page = await lab.OpenAsync(colors);
            await page.OpenNotebookAsync(name);
            await page.Page.EvaluateAsync(
                "theme => window.jupyterapp.commands.execute('apputils:change-theme', { theme })", $"JupyterLab {colors}");
            var faults = await page.Page.EvaluateAsync<string[]>("""
                async () => {
                  const { content } = window.jupyterapp.shell.currentWidget;
                  const faults = [];
                  for (const [i, cell] of content.widgets.entries()) {
                    if (cell.model.type !== 'code') continue;
                    await content.scrollToItem(i);
                    await cell.ready;
                    await new Promise(done => setTimeout(done, 60));
                    for (let o = 0; o < cell.model.outputs.length; o++) {
                      const { 'text/html': html, 'application/vnd.qiansi.exercise+json': check } = cell.model.outputs.get(o).data;
                      if (typeof html !== 'string' || check) continue;
                      const drawn = cell.outputArea.widgets[o]?.node.querySelector('.jp-OutputArea-output');
                      const wanted = new DOMParser().parseFromString(html, 'text/html').body;
                      const [shown, all] = [drawn, wanted].map(e => e?.querySelectorAll('svg').length ?? 0);
                      if (shown !== all) faults.push(`cell ${i}: ${shown} of ${all} drawings`);
                      for (const unseen of wanted.querySelectorAll('svg title, style')) unseen.remove();
                      const letters = text => text.replace(/\s+/g, '').length;
                      if (drawn && letters(drawn.innerText) > letters(wanted.textContent)) faults.push(`cell ${i}: too much text: ${drawn.innerText.slice(0, 80)}`);
                    }
                  }
                  return faults;
                }
                """);
            Assert.Empty(faults);
            await page.PictureAsync($"first-sight-{Path.GetFileNameWithoutExtension(chapter)}-{colors}");
        }
    }
}
