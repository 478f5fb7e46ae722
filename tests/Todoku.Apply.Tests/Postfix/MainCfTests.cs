using Todoku.Apply.Postfix;

namespace Todoku.Apply.Tests.Postfix;

/// <summary>main.cf as an administrator edits it.</summary>
public sealed class MainCfTests
{
    [Fact]
    public void A_new_parameter_comes_last() =>
        Assert.Equal("# head\nmyhostname = a\nrelayhost = [r]:587\n", MainCf.Set("# head\nmyhostname = a\n", "relayhost", "[r]:587"));

    [Fact]
    public void A_last_line_without_an_end_gets_one() => Assert.Equal("a = 1\nb = 2\n", MainCf.Set("a = 1", "b", "2"));

    [Fact]
    public void The_last_of_several_lines_is_the_one_in_force() =>
        Assert.Equal("relayhost = old\nx = 1\nrelayhost = new\ny = 2\n", MainCf.Set("relayhost = old\nx = 1\nrelayhost = older\ny = 2\n", "relayhost", "new"));

    [Fact]
    public void Lines_that_continue_it_go_and_a_comment_between_them_stays() =>
        Assert.Equal("smtpd_milters = new\n# why\n\nnext = 1\n", MainCf.Set("smtpd_milters = a,\n# why\n\n  b,\n\tc\nnext = 1\n", "smtpd_milters", "new"));

    [Theory]
    [InlineData("relayhost=old\n", "relayhost=new\n")]
    [InlineData("relayhost =   old\n", "relayhost =   new\n")]
    [InlineData("relayhost =\n", "relayhost = new\n")]
    [InlineData("relayhost=\n", "relayhost=new\n")]
    [InlineData("relayhost = old\r\n", "relayhost = new\r\n")]
    [InlineData("relayhost = old", "relayhost = new\n")]
    public void The_way_it_was_written_stays(string text, string expected) => Assert.Equal(expected, MainCf.Set(text, "relayhost", "new"));

    [Theory]
    [InlineData("#relayhost = x\n")]
    [InlineData("  # relayhost = x\n")]
    [InlineData("relayhosts = x\n")]
    [InlineData("other = relayhost = x\n")]
    public void What_only_looks_like_it_stays(string text) => Assert.Equal(text + "relayhost = new\n", MainCf.Set(text, "relayhost", "new"));

    [Fact]
    public void An_indented_line_belongs_to_the_parameter_before() =>
        Assert.Equal("a = 1\n relayhost = x\nrelayhost = new\n", MainCf.Set("a = 1\n relayhost = x\n", "relayhost", "new"));

    [Fact]
    public void A_value_of_two_lines_is_refused() => Assert.Throws<ArgumentException>(() => MainCf.Set("", "relayhost", "x\ny = 1"));
}
