using Todoku.Relay.Operating;

namespace Todoku.Relay.Tests.Operating;

public sealed class UserAccountTests
{
    [Fact]
    public void Finds_users_of_this_machine()
    {
        Assert.Equal(new UserAccount("root", 0, 0), UserAccount.Find("root"));
        Assert.NotEqual(0u, UserAccount.Find("nobody")?.UserId);
        Assert.Null(UserAccount.Find("nobody-of-that-name"));
    }

    [Fact]
    public void Becomes_nobody_that_there_is_not() => Assert.IsType<PrivilegeOutcome.NoSuchUser>(Privileges.DropTo("nobody-of-that-name"));
}
