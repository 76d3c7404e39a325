namespace Qiansi.Snl.Tests;

public sealed class ConsoleTests
{
    [Fact]
    public void Integers_have_lines_and_characters_share_one()
    {
        using var output = new StringWriter();
        var console = new TextConsole(TextReader.Null, output);
        console.WriteCharacter('a');
        console.WriteCharacter('b');
        console.WriteInteger(-1);
        console.WriteInteger(2);
        console.WriteCharacter('c');
        console.Close();
        console.Close();
        Assert.Equal("ab\n-1\n2\nc\n", output.ToString());
    }

    [Theory]
    [InlineData("", "read needs an integer, and the input has ended")]
    [InlineData("  x", "read needs an integer, and the input has 'x'")]
    [InlineData("3000000000", "the input 3000000000 is no integer of 32 bits")]
    public void Wrong_input_is_said(string input, string message) =>
        Assert.Equal(message, Assert.Throws<InputException>(() =>
            new TextConsole(new StringReader(input), TextWriter.Null).ReadInteger()).Message);

    [Fact]
    public void Blanks_are_passed_over()
    {
        var console = new TextConsole(new StringReader(" 1\n\t-2 a3"), TextWriter.Null);
        Assert.Equal((1, -2, 'a', 3), (console.ReadInteger(), console.ReadInteger(), (char)console.ReadCharacter(), console.ReadInteger()));
        Assert.Throws<InputException>(() => console.ReadCharacter());
    }
}
