using Qiansi.Tool.Sweeps;

namespace Qiansi.Tool.Tests.Sweeps;

public sealed class ParameterAxisTests
{
    [Theory]
    [InlineData("0.1", "0.1")]
    [InlineData("0.1,0.01", "0.1|0.01")]
    [InlineData("sgd,adam", "sgd|adam")]
    [InlineData("1..3", "1|2|3")]
    [InlineData("3..1", "3|2|1")]
    [InlineData("-1..1", "-1|0|1")]
    [InlineData("1..9..4,20", "1|5|9|20")]
    [InlineData("0..1..0.25", "0|0.25|0.5|0.75|1")]
    [InlineData("0.1..0.3..0.1", "0.1|0.2|0.3")]
    [InlineData(@"a\,b,c", "a,b|c")]
    [InlineData("\"a,b\",c", "a,b|c")]
    [InlineData("\"1..3\"", "1..3")]
    [InlineData("\"say \\\"hi\\\", twice\"", "say \"hi\", twice")]
    [InlineData("5\",7\"", "5\"|7\"")]
    [InlineData("\"", "\"")]
    [InlineData("[64,32],[128]", "[64,32]|[128]")]
    [InlineData("[\"a]\",\"b\"],[]", "[\"a]\",\"b\"]|[]")]
    [InlineData("x[1],y", "x[1]|y")]
    [InlineData("", "")]
    [InlineData(",", ",")]
    [InlineData("..", "..")]
    [InlineData("../data,C:\\data", "../data|C:\\data")]
    [InlineData("a=b ", "a=b ")]
    public void Values_are_separated_by_commas_that_nothing_guards(string text, string values) =>
        Assert.Equal(values.Split('|'), ParameterAxis.Parse("p", text).Values);

    [Theory]
    [InlineData("1,1", "'1' is there twice")]
    [InlineData("1..3,2", "'2' is there twice")]
    [InlineData("0.1..0.9", "has no step")]
    [InlineData("1..1000000", "more than 100000 values")]
    [InlineData("[1,2", "is not closed")]
    public void What_cannot_be_meant_is_refused_with_its_place(string text, string problem) =>
        Assert.Contains(problem, Assert.Throws<CommandException>(() => ParameterAxis.Parse("p", text)).Message);
}
