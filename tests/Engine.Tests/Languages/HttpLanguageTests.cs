using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Qiansi.Contracts;

namespace Qiansi.Engine.Tests.Languages;

/// <summary>Requests in cells, to a server of the test.</summary>
public sealed class HttpLanguageTests : IDisposable
{
    private readonly HttpListener _server = new();
    private readonly string _address;
    private readonly Session _session = new();
    private readonly List<string> _asked = [];
    private RecordingSink _last = new();

    public HttpLanguageTests()
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            _address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
        }

        _server.Prefixes.Add($"{_address}/");
        _server.Start();
        _ = Task.Run(AnswerAsync);
    }

    public void Dispose()
    {
        _server.Close();
        _session.Dispose();
    }

    private async Task AnswerAsync()
    {
        while (_server.IsListening)
        {
            var context = await _server.GetContextAsync();
            var (request, response) = (context.Request, context.Response);
            using var reader = new StreamReader(request.InputStream);
            var header = request.Headers["X-Course"];
            lock (_asked) _asked.Add($"{request.HttpMethod} {request.RawUrl} {header} {request.ContentType} {reader.ReadToEnd()}");
            if (request.RawUrl == "/never") continue;
            var (type, body) = request.RawUrl switch
            {
                "/picture" => ("image/png", new byte[] { 1, 2, 3 }),
                "/latin" => ("text/plain; charset=iso-8859-1", Encoding.Latin1.GetBytes("größer")),
                "/gbk" => ("text/plain; charset=gbk", [0xD6, 0xBD]),
                "/zipped" => ("text/plain", Zipped("smaller")),
                "/missing" => ("text/plain", Encoding.UTF8.GetBytes("not here")),
                _ => ("application/json", Encoding.UTF8.GetBytes("""{"name":"纸","a":[1,2]}""")),
            };
            response.StatusCode = request.RawUrl == "/missing" ? 404 : 200;
            response.ContentType = type;
            if (request.RawUrl == "/zipped") response.AddHeader("Content-Encoding", "gzip");
            response.Close(body, willBlock: true);
        }
    }

    private async Task<CellStatus> RunAsync(string cell)
    {
        _last = new();
        return await _session.ExecuteAsync(cell, _last);
    }

    [Fact]
    public async Task Requests_are_sent_in_order_with_variables_headers_and_bodies()
    {
        await RunAsync($"var root = \"{_address}\"; var half = 0.5; var many = new[] {{ 1, 2 }}; var yes = true;");
        Assert.Equal(CellStatus.Ok, await RunAsync("""
            #!http
            @list = {{root}}/list
            # the first one
            GET {{list}}
                ?a=1
                &b=2
            X-Course: {{half}}

            ###
            POST {{ list }} HTTP/1.1
            // its type
            Content-Type: application/json

            {"half": {{half}}, "many": {{many}}, "yes": {{yes}},

            "b": 2}
            ### the last one
            """));
        Assert.Equal(["GET /list?a=1&b=2 0.5  ",
            "POST /list  application/json {\"half\": 0.5, \"many\": [1,2], \"yes\": true,\n\n\"b\": 2}"], _asked);
        Assert.Equal(2, _last.Displays.Count);
        Assert.Matches(@"^200 OK · [\d,]+ ms · 24 bytes\nGET http://127[^\n]+/list\?a=1&b=2\n\{\n  ""name"": ""纸"",",
            _last.Displays[0]["text/plain"]);
        Assert.Contains("<summary>headers</summary>", _last.Displays[0]["text/html"]);
    }

    [Fact]
    public async Task Other_encodings_and_packed_answers_are_read()
    {
        Assert.Equal(CellStatus.Ok, await RunAsync($"#!http\n{_address}/gbk\n\n###\n{_address}/zipped"));
        Assert.EndsWith("纸", _last.Displays[0]["text/plain"]);
        Assert.EndsWith("smaller", _last.Displays[1]["text/plain"]);
    }

    private static byte[] Zipped(string text)
    {
        var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest)) zip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    [Fact]
    public async Task An_answer_is_kept_for_csharp()
    {
        Assert.Equal(CellStatus.Ok, await RunAsync($"#!http --name reply\n{_address}/latin"));
        Assert.EndsWith("größer", _last.Displays[0]["text/plain"]);
        Assert.Equal(CellStatus.Ok, await RunAsync("$\"{(int)reply.StatusCode} {await reply.Content.ReadAsStringAsync()}\""));
        Assert.Equal("200 größer", _last.Text);
    }

    [Fact]
    public async Task Pictures_are_shown_and_errors_of_the_server_too()
    {
        Assert.Equal(CellStatus.Ok, await RunAsync($"#!http\nGET {_address}/picture\n\n###\nDELETE {_address}/missing"));
        Assert.Contains("src=\"data:image/png;base64,AQID\"", _last.Displays[0]["text/html"]);
        Assert.Matches(@"^404 Not Found · .*\nDELETE .*\nnot here$", _last.Displays[1]["text/plain"]);
    }

    [Theory]
    [InlineData("GET nowhere", @"^#!http: Cell 1, line 2: 'nowhere' is no address; .*GET https://…\.$")]
    [InlineData("GET https://a.b/\nno header", @"^#!http: Cell 1, line 3: 'no header' is no header; write Name: value, .*$")]
    [InlineData("\nGET {{server}}/x", @"^#!http: Cell 1, line 3: {{server}}: neither this cell \(@server = …\) nor C# has .*$")]
    [InlineData("TRACE https://a.b/", @"^#!http: Cell 1, line 2: 'TRACE https://a\.b/' is no address; .*one of GET, POST, PUT, .*$")]
    [InlineData("GET https://a.b/{{$guid}}", @"^#!http: Cell 1, line 2: {{\$guid}}: between the braces stands the name of a variable; .*$")]
    [InlineData("POST https://a.b/\n\n< none.json", @"^#!http: line 2: POST https://a\.b/: its body '< none\.json': .*$")]
    [InlineData("GET http://127.0.0.1:1/", @"^#!http: line 2: GET http://127\.0\.0\.1:1/: no answer: .*$")]
    public async Task What_cannot_be_sent_is_told_with_its_line(string request, string message)
    {
        Assert.Equal(CellStatus.Error, await RunAsync($"#!http\n{request}"));
        Assert.Matches(message, _last.Failure!.Message);
    }

    [Fact]
    public async Task A_silent_server_is_given_up_and_an_interrupt_ends_the_wait()
    {
        Assert.Equal(CellStatus.Error, await RunAsync($"#!http --timeout 0.2\nGET {_address}/never"));
        Assert.EndsWith("no answer within 0.2 s; --timeout gives it longer.", _last.Failure!.Message);

        var cell = _session.ExecuteAsync($"#!http\nGET {_address}/never", new RecordingSink());
        await Eventually.HoldsAsync(() => { lock (_asked) return _asked.Count == 2; });
        Assert.True(_session.Interrupt());
        Assert.Equal(CellStatus.Interrupted, await cell.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("PO|", "POST")]
    [InlineData("GET https://a.b/\nCont|", "Content-Type")]
    [InlineData("GET {{ ro|", "root")]
    [InlineData("GET ht|")]
    public async Task Completion_knows_methods_headers_and_variables(string marked, params string[] expected)
    {
        await RunAsync("var root = 1;");
        await RunAsync("#!http");
        var position = marked.IndexOf('|', StringComparison.Ordinal);
        var list = await _session.FindLanguage("http")!
            .CompleteAsync(marked.Remove(position, 1), position, TestContext.Current.CancellationToken);
        Assert.Equal(expected, list.Items.Select(i => i.Text));
    }
}
