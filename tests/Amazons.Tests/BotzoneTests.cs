using System.Text.Json.Nodes;

namespace Qiansi.Amazons.Tests;

public sealed class BotzoneTests
{
    private const string Nothing = """{"x0":-1,"y0":-1,"x1":-1,"y1":-1,"x2":-1,"y2":-1}""";

    [Fact]
    public void A_game_is_played_over_its_lines()
    {
        var limits = new SearchLimits(Nodes: 50);
        var (black, white) = (new BotzonePlayer(new TreeSearch(), limits), new BotzonePlayer(new AlphaBeta(), limits));
        var (blackRequests, whiteRequests) = (new JsonArray(JsonNode.Parse(Nothing)), new JsonArray());
        var (blackResponses, whiteResponses) = (new JsonArray(), new JsonArray());
        for (var ply = 0; ply < 92; ply++)
        {
            var (player, requests, responses, others) = ply % 2 == 0
                ? (black, blackRequests, blackResponses, whiteRequests) : (white, whiteRequests, whiteResponses, blackRequests);
            var line = new JsonObject { ["requests"] = requests.DeepClone(), ["responses"] = responses.DeepClone() }.ToJsonString();
            var board = BotzonePlayer.Replay(line);
            Assert.Equal(ply % 2 == 0 ? Side.Black : Side.White, board.ToMove);
            var answer = JsonNode.Parse(player.Answer(line))!["response"]!;
            if (board.IsOver)
            {
                Assert.Equal(Nothing, answer.ToJsonString());
                return;
            }

            Assert.NotEqual(-1, (int)answer["x0"]!);
            responses.Add(answer.DeepClone());
            others.Add(answer.DeepClone());
        }

        Assert.Fail("a game has at most 92 moves");
    }

    [Fact]
    public void The_first_line_of_White_has_Blacks_move()
    {
        var board = BotzonePlayer.Replay("""{"requests":[{"x0":2,"y0":0,"x1":2,"y1":6,"x2":2,"y2":0}],"responses":[]}""");
        Assert.Equal(Side.White, board.ToMove);
        Assert.True(board.IsArrow(new(2, 0)));
        Assert.Equal(Side.Black, board.AmazonOn(new(2, 6)));
    }

    [Theory]
    [InlineData("""{"requests":[]}""", "requests")]
    [InlineData("nothing", "no JSON")]
    [InlineData("""{"requests":[{"x0":9}],"responses":[]}""", "request 1 has no x0")]
    [InlineData("""{"requests":[{"x0":-1,"y0":-1,"x1":-1,"y1":-1,"x2":-1,"y2":-1}],"responses":[{}]}""", "1 responses")]
    public void A_line_of_another_form_is_refused(string line, string words) =>
        Assert.Contains(words, Assert.Throws<FormatException>(() => BotzonePlayer.Replay(line)).Message);

    [Fact]
    public void An_illegal_move_in_a_line_is_named() => Assert.Contains("c1-c1", Assert.Throws<IllegalMoveException>(() =>
        BotzonePlayer.Replay("""{"requests":[{"x0":2,"y0":0,"x1":2,"y1":0,"x2":2,"y2":1}],"responses":[]}""")).Message);
}
