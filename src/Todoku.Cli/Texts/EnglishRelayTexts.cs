using Todoku.Relay.Configuration.Checking;

namespace Todoku.Cli.Texts;

internal sealed class EnglishRelayTexts : RelayTexts
{
    public override string Command => "The outbound relay: takes the mail of this server, signs it, and gets it delivered.";

    public override string Config(string usual) => $"The configuration file. Default: {usual}.";

    public override string InitCommand => "Write a first configuration, with what can be found out of this host filled in.";

    public override string Force => "Replace a file that is there.";

    public override string CheckCommand => "Tell everything that is wrong with the configuration, and whether ports, names, keys and files are as it needs them.";

    public override string Syntax => "Look only at the file and the files that it names: not at ports, DNS and rights.";

    public override string RunCommand => "Run the relay. SIGTERM stops it, SIGHUP reads the configuration anew.";

    public override string Json => "Write the result as JSON.";

    public override string PasswdCommand => "Set the password of a user who may submit mail. It is asked for, or is the first line of standard input.";

    public override string User => "The user, as the mail program gives it: www, app@example.com.";

    public override string Delete => "Take the user out.";

    public override string List => "Print the names of all users.";

    public override string NoUser => "passwd needs the name of a user.";

    public override string BadUser(string name) => $"\"{name}\" can't be the name of a user: write it without blanks and colons, not beginning with #.";

    public override string NoUsersFile(string file) => $"{file} names no file of users: write users = \"/etc/todoku/users\" in [relay].";

    public override string BrokenUsers(string detail) => $"the file of the users can't be used: {detail}. Repair the line, or take it out.";

    public override string UnknownUser(string name, string file) => $"there is no user {name} in {file}: todoku relay passwd --list prints them all.";

    public override string Password(string name) => $"New password for {name}";

    public override string PasswordAgain => "The same again";

    public override string OtherPassword => "the two passwords are not the same: nothing was changed. Try again.";

    public override string ShortPassword(int least) =>
        $"the password has fewer than {least} characters: nothing was changed. A long one of chance is best: openssl rand -base64 18";

    public override string UserAdded(string name, string file) => $"{name} can submit mail now ({file}).";

    public override string PasswordChanged(string name, string file) => $"The password of {name} is changed ({file}).";

    public override string UserDeleted(string name, string file) => $"{name} can't submit mail any more ({file}).";

    public override string FileExists(string file) => $"{file} is there already and stays as it is: name another with --config, or replace it with --force.";

    public override string Written(string file) => $"{file} is written, with what was found out of this host:";

    public override string FoundHostName(string name) => $"  the relay says {name}";

    public override string FoundNoHostName => "  no host name: write host-name, the reverse name of the address that mail leaves from";

    public override string FoundSmartHost(string place) => $"  mail goes out through {place}, as it does now";

    public override string FoundAddresses(string addresses) =>
        addresses.Length == 0 ? "  the address that mail leaves from can't be seen here (an inner one is translated on its way)" : $"  mail leaves from {addresses}";

    public override string FoundNoIPv6Name => "  IPv6 is off: its address has no reverse name";

    public override string FoundPortTaken(int port) => $"  port 25 is taken, so the relay listens on {port}";

    public override string FoundCertificate(string file) => $"  the certificate {file}";

    public override string FoundKey(string name) => $"  the key of {name}, which another program signs with";

    public override string NextTitle => "What to do next:";

    public override string NoErrors(string file) => $"{file}: no errors";

    public override string Errors(int count) => count == 1 ? "1 error" : $"{count} errors";

    public override string Status(FactStatus status) => status switch
    {
        FactStatus.Fine => "ok     ",
        FactStatus.Warning => "warning",
        FactStatus.Problem => "problem",
        FactStatus.Unknown => "unknown",
    };

    public override string ApiKeyCommand =>
        "Make an API key for a program that sends mail by HTTP. The key is printed once and kept nowhere.";

    public override string KeyName =>
        "What the key is called in logs and rules: shop, app@web1.";

    public override string DeleteKey =>
        "Take the key out.";

    public override string ListKeys =>
        "Print the names of all keys.";

    public override string NoKeyName =>
        "apikey needs the name of a key.";

    public override string KeyMade(string name, string file) =>
        $"this is the key of {name}: keep it now, it is shown once ({file} holds its hash). Programs send it as Authorization: Bearer KEY.";

    public override string KeyDeleted(string name, string file) =>
        $"{name} can't send mail by HTTP any more ({file}).";

    public override string UnknownKey(string name, string file) =>
        $"there is no key {name} in {file}: todoku relay apikey --list prints them all.";

    public override string BrokenKeys(string detail) =>
        $"the file of the API keys can't be used: {detail}. Repair the line, or take it out.";

    public override string NoKeysFile(string file) =>
        $"{file} takes no mail by HTTP: write [http] with address = \"127.0.0.1:8025\" and keys = \"/etc/todoku/api-keys\".";
}
