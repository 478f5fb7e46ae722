using Todoku.Relay.Configuration.Checking;

namespace Todoku.Cli.Texts;

/// <summary>What the verb <c>relay</c> says.</summary>
internal abstract class RelayTexts
{
    /// <summary>The verb.</summary>
    public abstract string Command { get; }

    /// <summary>--config.</summary>
    public abstract string Config(string usual);

    /// <summary>relay init.</summary>
    public abstract string InitCommand { get; }

    /// <summary>--force.</summary>
    public abstract string Force { get; }

    /// <summary>relay check.</summary>
    public abstract string CheckCommand { get; }

    /// <summary>--syntax.</summary>
    public abstract string Syntax { get; }

    /// <summary>relay run.</summary>
    public abstract string RunCommand { get; }

    /// <summary>--json.</summary>
    public abstract string Json { get; }

    /// <summary>relay passwd.</summary>
    public abstract string PasswdCommand { get; }

    /// <summary>USER.</summary>
    public abstract string User { get; }

    /// <summary>--delete.</summary>
    public abstract string Delete { get; }

    /// <summary>--list.</summary>
    public abstract string List { get; }

    /// <summary>No user is given.</summary>
    public abstract string NoUser { get; }

    /// <summary>A name that can't be.</summary>
    public abstract string BadUser(string name);

    /// <summary>No users file.</summary>
    public abstract string NoUsersFile(string file);

    /// <summary>The file of the users is broken.</summary>
    public abstract string BrokenUsers(string detail);

    /// <summary>A user that there is not.</summary>
    public abstract string UnknownUser(string name, string file);

    /// <summary>Asks for a password.</summary>
    public abstract string Password(string name);

    /// <summary>Asks again.</summary>
    public abstract string PasswordAgain { get; }

    /// <summary>The two differ.</summary>
    public abstract string OtherPassword { get; }

    /// <summary>Too short.</summary>
    public abstract string ShortPassword(int least);

    /// <summary>A user is new.</summary>
    public abstract string UserAdded(string name, string file);

    /// <summary>A password is another.</summary>
    public abstract string PasswordChanged(string name, string file);

    /// <summary>A user is gone.</summary>
    public abstract string UserDeleted(string name, string file);

    /// <summary>init does not overwrite.</summary>
    public abstract string FileExists(string file);

    /// <summary>The file is written.</summary>
    public abstract string Written(string file);

    /// <summary>The host name.</summary>
    public abstract string FoundHostName(string name);

    /// <summary>No host name.</summary>
    public abstract string FoundNoHostName { get; }

    /// <summary>A smart host.</summary>
    public abstract string FoundSmartHost(string place);

    /// <summary>The addresses that mail leaves from.</summary>
    public abstract string FoundAddresses(string addresses);

    /// <summary>IPv6 is off.</summary>
    public abstract string FoundNoIPv6Name { get; }

    /// <summary>Port 25 is taken.</summary>
    public abstract string FoundPortTaken(int port);

    /// <summary>A certificate.</summary>
    public abstract string FoundCertificate(string file);

    /// <summary>A key.</summary>
    public abstract string FoundKey(string name);

    /// <summary>What to do next.</summary>
    public abstract string NextTitle { get; }

    /// <summary>The file has no errors.</summary>
    public abstract string NoErrors(string file);

    /// <summary>How many errors.</summary>
    public abstract string Errors(int count);

    /// <summary>What a fact means, in one word of the same width for all.</summary>
    public abstract string Status(FactStatus status);

    /// <summary>relay apikey.</summary>
    public abstract string ApiKeyCommand { get; }

    /// <summary>NAME.</summary>
    public abstract string KeyName { get; }

    /// <summary>--delete.</summary>
    public abstract string DeleteKey { get; }

    /// <summary>--list.</summary>
    public abstract string ListKeys { get; }

    /// <summary>No name is given.</summary>
    public abstract string NoKeyName { get; }

    /// <summary>A key is made.</summary>
    public abstract string KeyMade(string name, string file);

    /// <summary>A key is gone.</summary>
    public abstract string KeyDeleted(string name, string file);

    /// <summary>A key that there is not.</summary>
    public abstract string UnknownKey(string name, string file);

    /// <summary>The file is broken.</summary>
    public abstract string BrokenKeys(string detail);

    /// <summary>No file of keys.</summary>
    public abstract string NoKeysFile(string file);
}
