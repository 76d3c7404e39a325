namespace Qiansi.Teaching.Tests;

public sealed class ClaimTests
{
    [Fact]
    public void A_claim_that_does_not_hold_says_how_it_fails()
    {
        Assert.Equal("This should hold, but does not: pigs fly",
            Assert.Throws<ClaimException>(() => Claim.That(false, "pigs fly")).Message);
        var off = Assert.Throws<ClaimException>(() => Claim.Close(0.2, 0.1, 0.01, "the rate is 0.1"));
        Assert.Equal("This should hold, but does not: the rate is 0.1 (expected 0.1, got 0.2 (off by 0.1, allowed 0.01))", off.Message);
    }
}
