# SPDX-License-Identifier: MIT
# Every compile and link option of the project, in one target that all others link.
add_library(greenroom_options INTERFACE)

target_compile_features(greenroom_options INTERFACE cxx_std_20)

target_compile_definitions(greenroom_options INTERFACE
    GREENROOM_VERSION="${PROJECT_VERSION}"
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_NO_FOREACH
    QT_NO_KEYWORDS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)

target_compile_options(greenroom_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor
    -Woverloaded-virtual -Wcast-align -Wold-style-cast -Wimplicit-fallthrough -Wundef
    $<$<BOOL:${GREENROOM_WARNINGS_AS_ERRORS}>:-Werror>
    $<$<CONFIG:Release>:-D_FORTIFY_SOURCE=2 -fstack-protector-strong>)

if(GREENROOM_SANITIZE_ADDRESS)
    set(greenroom_sanitizers -fsanitize=address,undefined -fno-sanitize-recover=all
        -fno-omit-frame-pointer)
elseif(GREENROOM_SANITIZE_THREAD)
    set(greenroom_sanitizers -fsanitize=thread -fno-omit-frame-pointer)
endif()
target_compile_options(greenroom_options INTERFACE ${greenroom_sanitizers})
target_link_options(greenroom_options INTERFACE ${greenroom_sanitizers})

# There are many test programs: lld links one in a fourth of GNU ld's time.
find_program(GREENROOM_LLD ld.lld)
mark_as_advanced(GREENROOM_LLD)
if(GREENROOM_LLD AND NOT CMAKE_BUILD_TYPE STREQUAL "Release")
    target_link_options(greenroom_options INTERFACE -fuse-ld=lld)
endif()
