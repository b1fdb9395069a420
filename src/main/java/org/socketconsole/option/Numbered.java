package org.socketconsole.option;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.ConstantArgument;
import org.socketconsole.call.Spelled;

/// Arguments that name an option by its numbers: another level has another option of the same one.
interface Numbered extends Spelled {

    ConstantArgument level();

    ConstantArgument optname();

    @Override
    default @Nullable String spelled(String argument) {
        return switch (argument) {
            case "level" -> OptionTable.levelName(level().bits());
            case "optname" -> OptionTable.name(level().bits(), optname().bits());
            default -> null;
        };
    }
}
