namespace Qiansi.Clients;

[Collection(nameof(InstalledKernel))]
public sealed class ConnectionTests(InstalledKernel kernel)
{
    [Fact]
    public async Task Two_clients_share_a_kernel_without_taking_each_others_replies()
    {
        var lines = await kernel.RunAsync("two_clients.py");

        Assert.Equal("6", lines[0].Text("result"));
        Assert.True(lines[1].GetProperty("own_replies").GetBoolean());
        Assert.True(lines[1].GetProperty("same_outputs").GetBoolean());
        Assert.Equal(10, lines[1].Texts("outputs").Distinct().Count());
        Assert.Equal("5", lines[2].Text("result"));
    }

    [Fact]
    public async Task A_client_killed_in_the_middle_of_its_cell_holds_up_nobody()
    {
        var lines = await kernel.RunAsync("vanish.py");

        Assert.Equal("to its end", lines[1].Text("result"));
        Assert.InRange(lines[2].GetProperty("open_files").GetInt32(), 1, 400);
    }

    [Fact]
    public async Task Who_does_not_have_the_key_is_not_answered()
    {
        var lines = await kernel.RunAsync("wrong_key.py");

        Assert.All(lines.Take(2), l => Assert.True(l.GetProperty("silent").GetBoolean(), l.Text("name")));
        Assert.Equal("error", lines[2].Text("status"));
        Assert.True(lines[3].GetProperty("alive").GetBoolean());
        Assert.Contains("signature is wrong", lines[4].Text("log"));
        Assert.Contains("not signed", lines[4].Text("log"));
    }
}
